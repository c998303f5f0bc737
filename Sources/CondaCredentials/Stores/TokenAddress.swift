import CondaURL
import LosslessJSON

/// By what a store tells its tokens apart.
package enum Addressing: Sendable {
    /// Domain and organization, as the Anaconda keyring does.
    case domain
    /// The URL that a token is for.
    case url
    /// The host, with port and path where the client has them.
    case host
}

/// Where one token stands within a store; texts are compared code point by code point.
package enum TokenAddress: Sendable {
    /// A repo token of a keyring; no organization: a site token, for every channel.
    case repoToken(domain: String, org: String?)
    /// The API key of a keyring's entry.
    case apiKey(domain: String)
    /// The conda-token file of a URL.
    case url(String)
    /// An entry in another client's file: its key, and what it holds.
    case host(String, TokenKind)

    package var kind: TokenKind {
        switch self {
        case .apiKey: .apiKey
        case .host(_, let kind): kind
        case .repoToken, .url: .repoToken
        }
    }

    package var domain: String? {
        switch self {
        case .repoToken(let domain, _), .apiKey(let domain): domain
        case .url, .host: nil
        }
    }

    package var org: String? {
        if case .repoToken(_, let org) = self { org } else { nil }
    }

    /// The URL it serves, where the address is one or implies one.
    package var url: String? {
        switch self {
        case .url(let url): url
        // Some clients take a key with its scheme.
        case .host(let key, _):
            (key.hasPrefix("https://") || key.hasPrefix("http://") ? key : "https://" + key)
                + (key.hasSuffix("/") ? "" : "/")
        case .repoToken, .apiKey: nil
        }
    }

    /// The URL to show: a password or token in it is redacted.
    package var shownURL: String? {
        switch self {
        // The token itself may have been taken for the name.
        case .url(let name) where MisplacedToken.isOne(name), .host(let name, _) where MisplacedToken.isOne(name):
            MisplacedToken.shown(name)
        default: url.map(ChannelURL.shown)
        }
    }
}

extension TokenAddress: Hashable {
    package static func == (left: TokenAddress, right: TokenAddress) -> Bool {
        left.kind == right.kind && left.domain.isSameText(as: right.domain) && left.org.isSameText(as: right.org)
            && left.url.isSameText(as: right.url) && left.isHost == right.isHost
    }

    // Texts that are the same to the byte have the same hash, and that is all it needs.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(domain)
        hasher.combine(org)
        hasher.combine(url)
    }

    private var isHost: Bool {
        if case .host = self { true } else { false }
    }
}
