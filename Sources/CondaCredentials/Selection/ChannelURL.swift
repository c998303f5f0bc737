/// A channel's URL, its secrets apart from the rest.
package struct ChannelURL: Sendable {
    /// Lower case.
    package let scheme: String
    package let user: String?
    /// `user:PASSWORD@` before the host.
    package let password: Secret?
    /// Host and port, lower case.
    package let host: String
    /// `/t/TOKEN` at the start of a path.
    package let token: Secret?
    /// With its first slash, without the token.
    package let path: String
    /// Query and fragment.
    private let tail: String

    /// Nil if the text is no URL with a host.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            bytes[colon...].starts(with: "://".utf8),
            bytes[..<colon].allSatisfy({ $0.isBareKey || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") })
        else { return nil }
        func string(_ slice: ArraySlice<UInt8>) -> String { String(decoding: slice, as: UTF8.self) }
        scheme = string(bytes[..<colon]).lowercased()
        let rest = bytes[(colon + 3)...]
        let authority = rest.prefix { !"/?#".utf8.contains($0) }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            let information = authority[..<at]
            let userEnd = information.firstIndex(of: UInt8(ascii: ":")) ?? at
            user = string(information[..<userEnd])
            password = userEnd < at ? Secret(bytes: information[(userEnd + 1)...]) : nil
            host = string(authority[(at + 1)...]).lowercased()
        } else {
            user = nil
            password = nil
            host = string(authority).lowercased()
        }
        guard !host.isEmpty else { return nil }
        var path = rest[authority.endIndex...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        tail = string(rest[path.endIndex...])
        (token, path) = ChannelURL.takeToken(from: path)
        self.path = string(path)
    }

    /// Cuts `/t/TOKEN` out, wherever in the path it stands.
    ///
    /// - Source: conda's `common.url.split_anaconda_token`
    private static func takeToken(from path: ArraySlice<UInt8>) -> (Secret?, ArraySlice<UInt8>) {
        let slash = UInt8(ascii: "/")
        var index = path.startIndex
        while index + 3 < path.endIndex {
            if path[index...].starts(with: "/t/".utf8), path[index + 3] != slash {
                let end = path[(index + 3)...].firstIndex(of: slash) ?? path.endIndex
                return (Secret(bytes: path[(index + 3)..<end]), Array(path[..<index] + path[end...])[...])
            }
            index += 1
        }
        return (nil, path)
    }

    package var hasSecret: Bool { token != nil || password != nil }

    /// The URL without token, user and password.
    package var withoutSecrets: String { "\(scheme)://\(host)\(path)\(tail)" }

    /// The URL with its secrets redacted: to show.
    package var redacted: String {
        let information = user.map { name in "\(userIsLong ? "…" : name)\(password == nil ? "" : ":…")@" } ?? ""
        return "\(scheme)://\(information)\(host)\(token.map { "/t/" + $0.redacted } ?? "")\(path)"
            + (tail.isEmpty ? "" : tail.prefix(1) + "…")
    }

    /// Whether a name stands where other sites take a token, and is as long as one.
    private var userIsLong: Bool { password == nil && (user?.utf8.count ?? 0) >= 16 }

    /// A text that somebody meant to be a URL, to show: its secrets are redacted, and where it is no URL but may hold
    /// one, all that may be.
    package static func shown(_ text: String) -> String {
        if let url = ChannelURL(text) {
            return url.hasSecret || url.userIsLong || !url.tail.isEmpty ? url.redacted : text
        }
        let bytes = Array(text.lowercased().utf8)
        func end(of mark: String) -> Int? {
            bytes.indices.last { bytes[$0...].starts(with: mark.utf8) }.map { $0 + mark.utf8.count }
        }
        // As they are, encoded once and encoded twice.
        if ["/t/", "%2ft%2f", "%252ft%252f"].contains(where: { end(of: $0) != nil }) { return "…" }
        guard let start = ["@", "%40", "%2540"].compactMap(end(of:)).max() else { return text }
        return "…@" + String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    }

    /// What conda compares with the start of stored URLs: one that it fetches has more behind a slash.
    var withFinalSlash: String {
        let text = "\(scheme)://\(host)\(path)"
        return text.hasSuffix("/") ? text : text + "/"
    }
}
