/// A URL cut into the parts that conda looks at.
///
/// Source: conda.common.url, `urlparse` and `Url`; CPython, `urllib.parse`.
struct ChannelURL: Hashable, Sendable {
    var scheme: String
    var username: String?
    var password: String?
    var hostname: String?
    var port: String?
    var path: String
    var query: String

    /// Text without a scheme is taken for host and path.
    init(_ text: String) {
        var rest = Array((Self.hasScheme(text) ? text : "//" + text).utf8)[...]
        scheme = ""
        if let colon = Self.schemeEnd(rest) {
            scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
            rest = rest[(colon + 1)...]
        }
        var authority: ArraySlice<UInt8>?
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let found = rest.prefix { !"/?#".utf8.contains($0) }
            authority = found
            rest = rest.dropFirst(found.count)
        }
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
        query = ""
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
            rest = rest[..<mark]
        }
        path = String(decoding: rest, as: UTF8.self)
        if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
        readAuthority(authority ?? [])
    }

    private mutating func readAuthority(_ authority: ArraySlice<UInt8>) {
        var host = authority
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            let user = authority[..<at]
            let colon = user.firstIndex(of: UInt8(ascii: ":"))
            username = String(decoding: user[..<(colon ?? user.endIndex)], as: UTF8.self)
            password = colon.map { String(decoding: user[($0 + 1)...], as: UTF8.self) }
            host = authority[(at + 1)...]
        }
        var name = host
        var port: ArraySlice<UInt8>?
        if host.first == UInt8(ascii: "["), let end = host.firstIndex(of: UInt8(ascii: "]")) {
            name = host[(host.startIndex + 1)..<end]
            let after = host[(end + 1)...]
            port = after.first == UInt8(ascii: ":") ? after.dropFirst() : nil
        } else if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
            name = host[..<colon]
            port = host[(colon + 1)...]
        }
        hostname = name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
        self.port = port.flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }

    /// A lower-case letter, up to eleven more letters and digits, and `://`.
    ///
    /// Source: conda.common.url, `has_scheme`.
    static func hasScheme(_ text: String) -> Bool {
        let scheme = text.utf8.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        guard (1...12).contains(scheme.count), let first = scheme.first, first >= 0x61 else { return false }
        return text.utf8[scheme.endIndex...].starts(with: "://".utf8)
    }

    private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let isSchemeByte: (UInt8) -> Bool = {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
        }
        return bytes[..<colon].allSatisfy(isSchemeByte) ? colon : nil
    }

    /// `user:password` or `user`; nil without a user.
    var auth: String? {
        guard let username, !username.isEmpty else { return nil }
        guard let password, !password.isEmpty else { return username }
        return username + ":" + password
    }

    /// Host, port, path and query: without scheme and user.
    var location: String { Self.text(host: hostname, port: port, path: path) + (query.isEmpty ? "" : "?" + query) }

    static func text(host: String?, port: String?, path: String? = nil) -> String {
        var path = path ?? ""
        if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
        return (host?.lowercased() ?? "") + (port.map { ":" + $0 } ?? "") + path
    }
}
