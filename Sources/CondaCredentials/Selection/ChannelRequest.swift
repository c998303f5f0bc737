import CondaURL

/// What conda asks a server for when it wants a channel's index: a URL that its configuration has made of the channel.
///
/// Source: conda's `Channel.url(with_credentials=True)`, then `requests.PreparedRequest.prepare_url`.
package struct ChannelRequest: Sendable {
    /// The name by which `channel_settings` may mean the channel.
    package let canonicalName: String
    package let scheme: String
    /// `host[:port]`, lower case; empty where there is none.
    package let host: String
    /// `user:password@`, percent-encoded as it stands in the URL.
    private let auth: Secret?
    /// `/t/TOKEN` of the URL.
    package let token: Secret?
    /// The path of the folder with `/t/TOKEN` and the platform.
    private let folder: Secret
    /// What conda's configuration added the token or password by; nil where the channel's own text had it.
    package let addedBy: String?
    private let shownChannel: String
    /// What to show of a channel that must not be shown as it is.
    private let disguise: String?

    /// The platform that is asked for: the one that every channel has.
    private static let platform = "noarch"

    /// - Parameters:
    ///   - auth: `user:password` of the URL.
    ///   - location: `host[:port]`, perhaps with a path.
    ///   - name: the channel's name behind it.
    ///   - disguise: what to show in place of the URL and the names that hold a secret; nil where they hold none.
    package init(
        canonicalName: String, scheme: String, auth: String?, location: String, token: String?, name: String,
        addedBy: String? = nil, shownAs disguise: String? = nil
    ) {
        self.disguise = disguise
        self.canonicalName = canonicalName
        self.scheme = scheme
        self.auth = auth.map { Secret($0) }
        let token = token.flatMap { $0.isEmpty ? nil : $0 }
        self.token = token.map { Secret($0) }
        self.addedBy = addedBy
        let slash = UInt8(ascii: "/")
        let bytes = Array(location.utf8)
        let end = bytes.firstIndex(of: slash) ?? bytes.endIndex
        host = String(decoding: bytes[..<end], as: UTF8.self)
        let prefix = String(decoding: bytes[end...], as: UTF8.self)
        func path(_ token: [String], _ end: [String]) -> String {
            ([prefix] + token + [name] + end).map(URLText.stripped)
                .filter { !$0.isEmpty }.reduce(into: "") { $0 += "/" + $1 }
        }
        folder = Secret(path(token.map { ["t", $0] } ?? [], [ChannelRequest.platform]))
        shownChannel = path(token.map { ["t", Secret($0).redacted] } ?? [], [])
    }

    /// The channel's URL to show, without platform, its secrets redacted.
    package var shown: String { disguise ?? "\(scheme)://\(userToShow)\(host)\(shownChannel)" }

    var shownName: String { disguise ?? canonicalName }

    /// Why no server can be asked for the URL; nil if one can.
    var hostProblem: String? {
        if hostname.isEmpty || "*.".contains(hostname.first ?? " ") { return "the URL has no host that can be asked" }
        if host.utf8.contains(UInt8(ascii: "[")) != host.utf8.contains(UInt8(ascii: "]")) {
            return "the URL has a bracket without its other one"
        }
        let rest = host.utf8.lastIndex(of: UInt8(ascii: "]")).map { host.utf8[$0...] } ?? host.utf8[...]
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let port = String(host[host.utf8.index(after: colon)...])
        guard port.utf8.allSatisfy(\.isDigit), port.isEmpty || UInt16(port) != nil else {
            return "the URL has a port that is no number up to 65535"
        }
        return nil
    }

    private var userToShow: String {
        guard let auth else { return "" }
        return auth.withRevealed { text in
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let user = parts[0].utf8.count >= 16 && parts.count < 2 ? "…" : String(parts[0])
            return user + (parts.count > 1 ? ":…@" : "@")
        }
    }

    /// User and password of the URL; nil unless it has both.
    var userAndPassword: (user: String, password: Secret)? {
        auth?.withRevealed { text in
            guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let user = PercentEncoding.decode(String(text[..<colon]))
            let password = PercentEncoding.decode(String(text[text.utf8.index(after: colon)...]))
            return user.isEmpty && password.isEmpty ? nil : (user, Secret(password))
        }
    }

    /// What conda compares `channel_settings` with: `host[:port]/path` of the folder.
    var locationForSettings: Secret { folder.map { host + $0 } }

    // MARK: As requests sends it

    /// The path of the index file.
    var path: Secret { folder.map { RequestPath.normalized($0 + "/repodata.json") } }

    /// `user:password@host[:port]` in lower case, which anaconda-auth takes for the domain.
    var authority: Secret {
        guard let auth else { return Secret(host.lowercased()) }
        return auth.map { (RequestPath.requoted($0) + "@" + host).lowercased() }
    }

    /// The whole URL without a token, which conda compares with the URLs of token files.
    var urlWithoutToken: Secret {
        let start = auth.map { auth in auth.withRevealed { "\(scheme)://\(RequestPath.requoted($0))@\(host)" } }
        return path.map { (start ?? "\(scheme)://\(host)") + $0 }
    }

    /// The host without its port: what netrc files go by.
    var hostname: String { URLParts(asPython: "//" + host).hostname ?? "" }
}

extension Secret {
    /// Another text made of this one, as secret as it.
    func map(_ transform: (String) -> String) -> Secret { withRevealed { Secret(transform($0)) } }
}
