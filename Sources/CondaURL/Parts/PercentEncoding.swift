/// Percent-encoding in URLs.
package enum PercentEncoding {
    /// Every byte encoded, in upper case, but ASCII letters, digits and those.
    ///
    /// Source: Python's `urllib.parse.quote`.
    package static func encode(_ text: some Sequence<UInt8>, keeping plain: StaticString) -> String {
        var out: [UInt8] = []
        for byte in text {
            if byte.isLetterOrDigit || plain.bytes.contains(byte) { out.append(byte) } else { append(byte, to: &out) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// One byte, encoded.
    package static func append(_ byte: UInt8, to out: inout [UInt8]) {
        let digit: (UInt8) -> UInt8 = { $0 < 10 ? 0x30 + $0 : 0x41 - 10 + $0 }
        out += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
    }

    /// Every `%` with two hex digits undone, any other left; what is no UTF-8 then is replaced.
    ///
    /// Source: Python's `urllib.parse.unquote`.
    package static func decode(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? String(decoding: decoded(Array(text.utf8)).bytes, as: UTF8.self) : text
    }

    /// The same as conda does it, which stops at characters beyond ASCII beside encoded bytes, and where the result is no
    /// UTF-8: nil then.
    ///
    /// Source: conda.common.url, `percent_decode`.
    package static func decodeStrictly(_ text: String) -> String? {
        let source = Array(text.utf8)
        let bytes = decoded(source).bytes
        if bytes.count == source.count { return text }
        return source.allSatisfy { $0 < 0x80 } ? String(validating: bytes, as: UTF8.self) : nil
    }

    /// The same of bytes, and whether each `%` was one of an encoded byte.
    package static func decoded(_ source: [UInt8]) -> (bytes: [UInt8], isWhole: Bool) {
        var out: [UInt8] = []
        var isWhole = true
        var index = 0
        while index < source.count {
            if let byte = byte(at: index, in: source) {
                out.append(byte)
                index += 3
            } else {
                if source[index] == UInt8(ascii: "%") { isWhole = false }
                out.append(source[index])
                index += 1
            }
        }
        return (out, isWhole)
    }

    /// The byte for which a `%` and two hex digits stand there; nil for anything else.
    package static func byte(at index: Int, in source: [UInt8]) -> UInt8? {
        guard source[index] == UInt8(ascii: "%"), index + 2 < source.count, source[index + 1].isHexDigit,
            source[index + 2].isHexDigit
        else { return nil }
        let value: (UInt8) -> UInt8 = { $0.isDigit ? $0 - 0x30 : ($0 | 0x20) - 0x61 + 10 }
        return value(source[index + 1]) << 4 | value(source[index + 2])
    }
}
