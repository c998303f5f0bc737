/// A URL cut into the parts that conda looks at, its token in the path.
///
/// Source: conda.common.url, `urlparse` and `Url`; CPython, `urllib.parse`.
package struct URLParts: Hashable, Sendable {
    package var scheme: String
    /// What stands between `//` and the path, as it was written.
    package private(set) var authority: String
    package var username: String?
    package var password: String?
    package var hostname: String?
    package var port: String?
    package var path: String
    package var query: String

    /// Text without a scheme is taken for host and path.
    package init(_ text: String) { self.init(asPython: Self.hasScheme(text) ? text : "//" + text) }

    /// The text as Python cuts it: it may be a path alone.
    package init(asPython text: String) {
        // Line breaks and tabs are dropped wherever they stand, blanks and control characters in front.
        var rest = Array(text.utf8)[...]
        if rest.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
            rest.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        }
        rest = rest.drop { $0 <= 0x20 }
        scheme = ""
        if let colon = Self.schemeEnd(rest) {
            scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
            rest = rest[(colon + 1)...]
        }
        var authority: ArraySlice<UInt8> = []
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            rest = rest.dropFirst(authority.count)
        }
        self.authority = String(decoding: authority, as: UTF8.self)
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
        query = ""
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
            rest = rest[..<mark]
        }
        path = String(decoding: rest, as: UTF8.self)
        readAuthority(authority)
    }

    /// Why conda stops with a traceback at this URL; nil where it takes it.
    ///
    /// Source: CPython, `urllib.parse.urlsplit` and `SplitResult.port`.
    package private(set) var problem: Problem?

    package enum Problem: Hashable, Sendable {
        /// What stands behind the host's colon is no number from 0 to 65535.
        case port
        /// A bracket without its other half, or what stands between the brackets is no IPv6 address.
        case bracket
        /// Percent signs beside characters beyond ASCII, or such that undone make no UTF-8.
        case percent
    }

    /// Source: CPython, `urllib.parse._NetlocResultMixinStr`.
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
        if let opening = host.firstIndex(of: UInt8(ascii: "[")) {
            let end = host[opening...].firstIndex(of: UInt8(ascii: "]")) ?? host.endIndex
            name = host[(opening + 1)..<end]
            port = host[end...].firstIndex(of: UInt8(ascii: ":")).map { host[($0 + 1)...] }
        } else if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
            name = host[..<colon]
            port = host[(colon + 1)...]
        }
        hostname = name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
        readPort(port ?? [])
        let (hasOpening, hasClosing) = (authority.contains(UInt8(ascii: "[")), authority.contains(UInt8(ascii: "]")))
        if hasOpening || hasClosing, !(hasOpening && hasClosing && IPAddress.isBracketed(in: authority)) {
            problem = .bracket
        }
    }

    private mutating func readPort(_ digits: ArraySlice<UInt8>) {
        guard !digits.isEmpty else { return }
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.allSatisfy(\.isDigit), let number = Int(text), number <= 65535 else {
            // Shown as it was written.
            port = text
            problem = .port
            return
        }
        // conda counts port 0 as none.
        port = number == 0 ? nil : String(number)
    }

    /// A lower-case letter, up to eleven more letters and digits, and `://`.
    ///
    /// Source: conda.common.url, `has_scheme`.
    package static func hasScheme(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var end = 0
            while end < min(bytes.count, 13), bytes[end].isDigit && end > 0 || (0x61...0x7A).contains(bytes[end]) {
                end += 1
            }
            return (1...12).contains(end) && end + 2 < bytes.count && bytes[end] == UInt8(ascii: ":")
                && bytes[end + 1] == UInt8(ascii: "/") && bytes[end + 2] == UInt8(ascii: "/")
        }
    }

    private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.first?.isLetter == true, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return bytes[..<colon].allSatisfy {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        } ? colon : nil
    }

    /// `user:password` or `user`; nil without a user.
    package var auth: String? {
        guard let username, !username.isEmpty else { return nil }
        guard let password, !password.isEmpty else { return username }
        return username + ":" + password
    }

    /// Host, port, path and query: without scheme and user.
    package var location: String {
        Self.text(host: hostname, port: port, path: path) + (query.isEmpty ? "" : "?" + query)
    }

    package static func text(host: String?, port: String?, path: String? = nil) -> String {
        var path = path ?? ""
        if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
        return (host?.lowercased() ?? "") + (port.map { ":" + $0 } ?? "") + path
    }
}
