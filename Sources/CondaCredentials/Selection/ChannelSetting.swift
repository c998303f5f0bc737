package import CondaURL
import HostPlatform

/// One element of conda's `channel_settings`.
package struct ChannelSetting: Sendable {
    /// A channel's URL, or a pattern with a scheme.
    package let channel: String
    /// Name of the handler, such as `anaconda-auth`.
    package let auth: String?
    package let authDomain: String?
    /// `api-key` or `repo-token`.
    package let credentialType: TokenKind?
    /// For messages: the file, and the line if known.
    package let source: String

    package init(
        channel: String, auth: String?, authDomain: String? = nil, credentialType: TokenKind? = nil, source: String
    ) {
        self.channel = channel
        self.auth = auth
        self.authDomain = authDomain
        self.credentialType = credentialType
        self.source = source
    }

    /// The setting that counts for a channel: the last one that names it or whose pattern it matches.
    ///
    /// - Source: conda's `gateways.connection.session.get_session`
    package static func last(in settings: [ChannelSetting], for url: ChannelURL) -> ChannelSetting? {
        settings.last { $0.applies(to: url) }
    }

    private func applies(to url: ChannelURL) -> Bool {
        let name = url.withFinalSlash
        if channel == name || channel + "/" == name { return true }
        // A pattern without the same scheme never counts: it could send a token in the clear.
        guard let separator = channel.utf8Offset(of: "://") else { return false }
        let scheme = String(decoding: channel.utf8.prefix(separator), as: UTF8.self).lowercased()
        guard scheme == url.scheme else { return false }
        let pattern = Wildcard(String(decoding: channel.utf8.dropFirst(separator + 3), as: UTF8.self))
        // conda matches what it fetches, which is always below the channel.
        return ["", "noarch/repodata.json"].contains { pattern.matches("\(url.host)\(url.pathWithSlash)\($0)") }
            || pattern.matches("\(url.host)\(url.path)")
    }
}

extension ChannelURL {
    fileprivate var pathWithSlash: String { path.hasSuffix("/") ? path : path + "/" }
}

extension String {
    /// Offset of a text in UTF-8 bytes, or nil.
    fileprivate func utf8Offset(of text: String) -> Int? {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    }
}
