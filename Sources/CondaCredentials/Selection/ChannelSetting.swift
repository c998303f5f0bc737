import HostPlatform
import LosslessJSON

/// One element of conda's `channel_settings`.
package struct ChannelSetting: Sendable {
    /// A channel's name or URL, or a pattern with a scheme.
    package let channel: String
    /// Name of the handler, such as `anaconda-auth`.
    package let auth: String?
    package let authDomain: String?
    /// As it is written: only `api-key` and `repo-token` mean something.
    package let credentialType: String?
    /// For messages: the file, and the line if known.
    package let source: String

    package init(
        channel: String, auth: String?, authDomain: String? = nil, credentialType: String? = nil, source: String
    ) {
        self.channel = channel
        self.auth = auth
        self.authDomain = authDomain
        self.credentialType = credentialType
        self.source = source
    }

    /// The name of the handler as conda compares it; nil where there is none.
    package var handler: String? {
        let name = (auth ?? "").trimmingWhitespace()
        return name.isEmpty ? nil : name.lowercased()
    }
}

// MARK: As conda matches

extension ChannelSetting {
    /// A setting that conda cannot read, at which it stops.
    struct Unreadable: Error {
        let setting: ChannelSetting
        let reason: String
    }

    /// The element that decides about a request's handler: the last that names the channel or whose pattern fits.
    ///
    /// - Source: conda's `gateways.connection.session.get_session`
    static func deciding(
        in settings: [ChannelSetting], for request: ChannelRequest
    ) throws(Unreadable) -> ChannelSetting? {
        var found: ChannelSetting?
        for setting in settings where try setting.means(request) { found = setting }
        return found
    }

    /// Where that element stands; nil where there is none, or one at which conda stops.
    package static func decidingIndex(in settings: [ChannelSetting], for request: ChannelRequest) -> Int? {
        var found: Int?
        for (index, setting) in settings.enumerated() {
            guard let means = try? setting.means(request) else { return nil }
            if means { found = index }
        }
        return found
    }

    private func means(_ request: ChannelRequest) throws(Unreadable) -> Bool {
        if channel.isSameText(as: request.canonicalName) { return true }
        return try fits(request)
    }

    private func fits(_ request: ChannelRequest) throws(Unreadable) -> Bool {
        let address = SettingAddress(condas: channel)
        if address.hasBadBrackets { throw Unreadable(setting: self, reason: "has a bracket without its other one") }
        if let port = address.port, !port.isEmpty, !SettingAddress.isPort(port) {
            throw Unreadable(setting: self, reason: "has a port that is no number")
        }
        guard address.scheme == request.scheme else { return false }
        guard let hostname = address.hostname else { throw Unreadable(setting: self, reason: "has no host") }
        // The port zero counts as none.
        let port = address.port.flatMap { UInt($0) }.flatMap { $0 == 0 ? nil : ":\($0)" } ?? ""
        let pattern = Wildcard(hostname.lowercased() + port + address.path)
        return request.locationForSettings.withRevealed { pattern.matches($0) }
    }
}

// MARK: As anaconda-auth matches

extension ChannelSetting {
    /// The element whose `auth_domain` and `credential_type` anaconda-auth takes: it looks anew, by the channel's
    /// canonical name, and only if that is a URL.
    ///
    /// - Source: anaconda-auth's `_load_channel_settings`
    static func extras(
        in settings: [ChannelSetting], for canonicalName: String
    ) throws(Unreadable) -> ChannelSetting? {
        let url = SettingAddress(pythons: canonicalName.hasSuffix("/") ? canonicalName : canonicalName + "/")
        guard !url.scheme.isEmpty, !url.authority.isEmpty else { return nil }
        let location = url.authority + url.path
        var found: ChannelSetting?
        for setting in settings {
            if setting.channel.isSameText(as: canonicalName) {
                found = setting
                continue
            }
            let address = SettingAddress(pythons: setting.channel)
            if address.hasBadBrackets {
                throw Unreadable(setting: setting, reason: "has a bracket without its other one")
            }
            guard address.scheme == url.scheme else { continue }
            if Wildcard(address.authority + address.path).matches(location) { found = setting }
        }
        return found
    }
}

/// The parts of a setting's `channel` that are compared.
private struct SettingAddress {
    var scheme = ""
    /// As it stands, with user and port.
    var authority = ""
    var path = ""

    /// As conda cuts: a scheme is up to twelve small letters and digits; else all is host and path.
    init(condas text: String) {
        let scheme = text.utf8.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        let isScheme =
            (1...12).contains(scheme.count) && (scheme.first.map { $0 >= 0x61 } ?? false)
            && text.utf8[scheme.endIndex...].starts(with: "://".utf8)
        self.init(pythons: isScheme ? text : "//" + text)
        if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
    }

    /// - Source: Python's `urllib.parse.urlparse`
    init(pythons text: String) {
        // Line breaks and tabs are dropped wherever they stand, blanks and control characters in front.
        var bytes = Array(text.utf8).filter { ![9, 10, 13].contains($0) }[...]
        bytes = bytes.drop { $0 <= 0x20 }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
            (0x61...0x7A).contains(first | 0x20), bytes[..<colon].allSatisfy(SettingAddress.isSchemeByte)
        {
            scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            bytes = bytes[(colon + 1)...]
        }
        if bytes.starts(with: "//".utf8) {
            bytes = bytes.dropFirst(2)
            let authority = bytes.prefix { !"/?#".utf8.contains($0) }
            self.authority = String(decoding: authority, as: UTF8.self)
            bytes = bytes[authority.endIndex...]
        }
        path = String(
            decoding: bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }, as: UTF8.self)
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }

    static func isPort(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } && (UInt(text).map { $0 <= 65535 } ?? false)
    }

    var hasBadBrackets: Bool {
        authority.utf8.contains(UInt8(ascii: "[")) != authority.utf8.contains(UInt8(ascii: "]"))
    }

    /// The authority behind the last `@`.
    private var hostInfo: ArraySlice<UInt8> {
        let bytes = Array(authority.utf8)
        return bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes[($0 + 1)...] } ?? bytes[...]
    }

    var hostname: String? {
        let info = hostInfo
        let name: ArraySlice<UInt8>
        if let open = info.firstIndex(of: UInt8(ascii: "[")) {
            name = info[(open + 1)...].prefix { $0 != UInt8(ascii: "]") }
        } else {
            name = info.prefix { $0 != UInt8(ascii: ":") }
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    /// Nil without a colon.
    var port: String? {
        var info = hostInfo
        if let close = info.firstIndex(of: UInt8(ascii: "]")) { info = info[(close + 1)...] }
        return info.firstIndex(of: UInt8(ascii: ":")).map { String(decoding: info[($0 + 1)...], as: UTF8.self) }
    }
}
