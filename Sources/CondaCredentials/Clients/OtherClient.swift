import LosslessJSON

/// Another client of conda's channels, with a file of credentials of its own.
package enum OtherClient: String, Sendable, CaseIterable {
    /// mamba and micromamba.
    case mamba
    /// rattler and pixi.
    case rattler

    /// Name of an entry for a URL: the host; in mamba's file also the path, but for Anaconda's premium channels, whose
    /// token is the whole host's.
    package func key(for url: String) -> String? {
        guard let parts = ChannelURL(url) else { return nil }
        guard self == .mamba, url != CondaTokenFile.premiumURL else { return parts.host }
        var path = Array(parts.path.utf8)
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        return parts.host + String(decoding: path, as: UTF8.self)
    }

    /// An entry's value.
    func entry(_ secret: Secret, kind: TokenKind) -> JSONValue {
        let token = secret.withRevealed { JSONValue.string($0) }
        let type = kind == .apiKey ? "BearerToken" : "CondaToken"
        switch self {
        case .mamba: return .object([.init("type", .string(type)), .init("token", token)])
        case .rattler: return .object([.init(type, token)])
        }
    }
}
