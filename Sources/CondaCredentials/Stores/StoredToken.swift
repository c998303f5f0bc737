import CondaURL
package import SecureFileStore

/// A token with everything that is known about it, safe to show but for `secret`.
public struct StoredToken: Sendable {
    /// Where it is stored.
    public let store: StoreName
    package let address: TokenAddress
    package let secret: Secret
    /// End of an API key's life in seconds since 1970, read from the JSON Web Token and not verified.
    public internal(set) var expires: Int?
    /// The file it stands in.
    package let path: String
    package internal(set) var mode: FileMode?
    /// The entry's domain as the file has it, where that is a legacy one that reads as `address.domain`.
    package internal(set) var legacyDomain: String?

    /// A token of channels, or an API key.
    public var kind: TokenKind { address.kind }
    /// The domain that it is a token of, where its store goes by domains.
    public var domain: String? { address.domain }
    /// The organization whose channels it opens, where the store knows one.
    public var org: String? { address.org }
    package var url: String? { address.url }
    /// The URL that it is for, where its store says so; a password or token in it is redacted.
    public var shownURL: String? { address.shownURL }
    /// At most the last four characters of the token.
    public var redacted: String { secret.redacted }
    /// The file to show: a password or token of the URL in its name is redacted.
    public var shownPath: String { TokenPlaces.shown(path: path) }

    /// Whether it is anaconda-client's login to anaconda.org rather than a token for channels.
    package var isLogin: Bool {
        guard let host = url.flatMap({ ChannelURL($0) })?.host else { return false }
        return host == "anaconda.org" || host.hasSuffix(".anaconda.org")
    }

    /// Whether it stands in one of conda's own stores, and not in another client's.
    package var isOwn: Bool { StoreKind.own.contains { $0.name == store } }

    /// The token's place, for people.
    package var title: String {
        if let url = address.shownURL { return url }
        let domain = self.domain ?? ""
        if kind == .apiKey { return "the API key of \(domain)" }
        return org.map { "organization \($0) of \(domain)" } ?? "the site token of \(domain)"
    }
}
