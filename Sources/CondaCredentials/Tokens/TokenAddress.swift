import LosslessJSON

/// The two stores that hold conda's tokens.
package enum StoreName: String, Sendable, CaseIterable {
    /// anaconda-auth's file.
    case keyring
    /// conda-token's directory.
    case condaToken = "conda-token"
}

/// What a token is for.
package enum TokenKind: String, Sendable, CaseIterable {
    /// Opens an organization's channels.
    case repoToken = "repo-token"
    /// A JSON Web Token that stands for a person.
    case apiKey = "api-key"
}

/// Where one token stands within a store; texts are compared code point by code point.
package enum TokenAddress: Sendable {
    /// A repo token of the keyring; no organization: a site token, for every channel.
    case repoToken(domain: String, org: String?)
    /// The API key of the keyring's entry.
    case apiKey(domain: String)
    /// The conda-token file of a URL.
    case url(String)

    package var kind: TokenKind {
        if case .apiKey = self { .apiKey } else { .repoToken }
    }

    package var domain: String? {
        switch self {
        case .repoToken(let domain, _), .apiKey(let domain): domain
        case .url: nil
        }
    }

    package var org: String? {
        if case .repoToken(_, let org) = self { org } else { nil }
    }

    package var url: String? {
        if case .url(let url) = self { url } else { nil }
    }

    /// The URL to show: a password or token in it is redacted.
    package var shownURL: String? {
        url.map(ChannelURL.shown)
    }
}

extension TokenAddress: Hashable {
    package static func == (left: TokenAddress, right: TokenAddress) -> Bool {
        func isSame(_ one: String?, _ other: String?) -> Bool {
            guard let one, let other else { return one == nil && other == nil }
            return one.isSameText(as: other)
        }
        return left.kind == right.kind && isSame(left.domain, right.domain) && isSame(left.org, right.org)
            && isSame(left.url, right.url)
    }

    // Texts that are the same to the byte have the same hash, and that is all it needs.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(domain)
        hasher.combine(org)
        hasher.combine(url)
    }
}
