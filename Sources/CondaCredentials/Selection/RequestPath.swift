import CondaURL

/// The path of a URL as it is sent.
///
/// Source: urllib3's `parse_url`, requests' `requote_uri`.
enum RequestPath {
    /// Without `.` and `..`, everything encoded that a path may not hold; cut at a `?` or `#`.
    static func normalized(_ path: String) -> String {
        let bytes = Array(path.utf8).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return requoted(withoutDots(String(decoding: bytes, as: UTF8.self)))
    }

    /// Source: RFC 3986, section 5.2.4, as urllib3 has it.
    private static func withoutDots(_ path: String) -> String {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: Array($0), as: UTF8.self) }
        guard parts.contains(".") || parts.contains("..") else { return path }
        var kept: [String] = []
        for part in parts {
            if part == "." { continue }
            if part != ".." { kept.append(part) } else if !kept.isEmpty { kept.removeLast() }
        }
        if path.hasPrefix("/"), kept.first != "" { kept.insert("", at: 0) }
        if path.hasSuffix("/.") || path.hasSuffix("/..") { kept.append("") }
        return kept.joined(separator: "/")
    }

    /// Unreserved characters plain, all others that need it encoded, hex digits in upper case.
    static func requoted(_ text: String) -> String {
        let source = Array(text.utf8)
        let isEncoded = PercentEncoding.decoded(source).isWhole
        var out: [UInt8] = []
        var index = 0
        while index < source.count {
            let decoded = isEncoded ? PercentEncoding.byte(at: index, in: source) : nil
            let byte = decoded ?? source[index]
            if isUnreserved(byte) || decoded == nil && "!$&'()*+,/:;=@[]~#?".utf8.contains(byte) {
                out.append(byte)
            } else {
                PercentEncoding.append(byte, to: &out)
            }
            index += decoded == nil ? 1 : 3
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "-._~".utf8.contains(byte) }
}
