/// Base64 as in RFC 4648, section 4: the standard alphabet, padded.
package enum Base64 {
    /// The text is no base64.
    package struct Failure: Error, Equatable {
        package let message: String
        /// Offset in the text, 0-based.
        package let offset: Int
    }

    /// With padding, in one line.
    package static func encode(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for byte in group { bits = bits << 8 | UInt32(byte) }
            bits <<= UInt32(8 * (3 - group.count))
            for digit in 0..<4 {
                out.append(digit > group.count ? padding : alphabet[Int(bits >> UInt32(18 - 6 * digit)) & 0x3F])
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Reads base64 in its one canonical form.
    ///
    /// - Throws: `Failure` with the offset of the first character that is wrong.
    package static func decode(_ text: String) throws(Failure) -> [UInt8] {
        let characters = Array(text.utf8)
        for (offset, character) in characters.enumerated() where value(of: character, extra: standardExtra) == nil {
            let isEndPadding = character == padding && characters.count - offset <= 2 && characters.last == padding
            guard isEndPadding else { throw Failure(message: "a character that base64 does not know", offset: offset) }
        }
        guard characters.count % 4 == 0 else {
            throw Failure(message: "base64 that ends too early", offset: characters.count)
        }
        let decoded = try decodeAsPython(text)
        guard encode(decoded).utf8.elementsEqual(characters) else {
            throw Failure(message: "base64 with bits set behind its end", offset: characters.count)
        }
        return decoded
    }

    /// Reads base64 the way anaconda-auth does, which skips every character it does not know and stops at full padding.
    ///
    /// - Throws: `Failure` where even so no whole number of bytes comes out.
    /// - Source: `binascii.a2b_base64` without `strict_mode`.
    package static func decodeAsPython(_ text: String) throws(Failure) -> [UInt8] {
        try decode(text.utf8, extra: standardExtra, needsPadding: true)
    }

    /// Reads the URL-safe alphabet without padding, as JSON Web Tokens have it (RFC 7515, section 2).
    package static func decodeURLSafe(_ text: some Sequence<UInt8>) throws(Failure) -> [UInt8] {
        try decode(text, extra: (UInt8(ascii: "-"), UInt8(ascii: "_")), needsPadding: false)
    }

    private static func decode(
        _ text: some Sequence<UInt8>, extra: (UInt8, UInt8), needsPadding: Bool
    ) throws(Failure) -> [UInt8] {
        var out: [UInt8] = []
        var bits: UInt32 = 0
        var digits = 0
        var paddings = 0
        var length = 0
        for character in text {
            length += 1
            if character == padding {
                paddings += 1
                if digits >= 2, digits + paddings >= 4 { return out }
                continue
            }
            guard let value = value(of: character, extra: extra) else { continue }
            paddings = 0
            bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
            digits += 1
            switch digits {
            case 2: out.append(UInt8(truncatingIfNeeded: bits >> 4))
            case 3: out.append(UInt8(truncatingIfNeeded: bits >> 2))
            case 4:
                out.append(UInt8(truncatingIfNeeded: bits))
                digits = 0
            default: break
            }
        }
        guard digits == 0 || (!needsPadding && digits > 1) else {
            throw Failure(message: "base64 that ends too early", offset: length)
        }
        return out
    }

    private static func value(of character: UInt8, extra: (UInt8, UInt8)) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case extra.0: 62
        case extra.1: 63
        default: nil
        }
    }

    private static let padding = UInt8(ascii: "=")
    private static let standardExtra = (UInt8(ascii: "+"), UInt8(ascii: "/"))
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
