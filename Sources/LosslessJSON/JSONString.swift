/// A string as it stands in JSON text, quotes included in its range.
struct JSONString {
    /// Why the text at the place is no whole string.
    struct Failure: Error {
        let message: String
        /// UTF-8 byte offset in the whole text.
        let offset: Int
    }

    let value: String
    let range: Range<Int>

    /// Reads the string whose opening quote stands at an offset of well-formed UTF-8.
    init(in bytes: [UInt8], at start: Int) throws(Failure) {
        var decoded: [UInt8] = []
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                value = String(decoding: decoded, as: UTF8.self)
                range = start..<(index + 1)
                return
            case UInt8(ascii: "\\"):
                let escape = try JSONString.escape(in: bytes, at: index)
                decoded.append(
                    contentsOf: Unicode.UTF8.encode(escape.scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
                index += escape.length
            case 0..<0x20: throw Failure(message: "a control character in a string must be escaped", offset: index)
            default:
                decoded.append(byte)
                index += 1
            }
        }
        throw Failure(message: "a string that begins here does not end", offset: start)
    }

    private static func escape(
        in bytes: [UInt8], at start: Int
    ) throws(Failure) -> (scalar: Unicode.Scalar, length: Int) {
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "\""): return ("\"", 2)
        case UInt8(ascii: "\\"): return ("\\", 2)
        case UInt8(ascii: "/"): return ("/", 2)
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "u"):
            guard let unit = hexUnit(in: bytes, at: start) else { break }
            if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
            guard unit < 0xDC00, let low = hexUnit(in: bytes, at: start + 6), (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            else { return ("\u{FFFD}", 6) }
            return (scalar, 12)
        default: break
        }
        throw Failure(message: "an escape that JSON does not know", offset: start)
    }

    /// The code unit of a `\uXXXX`, or nil if there is none at that place.
    private static func hexUnit(in bytes: [UInt8], at start: Int) -> UInt32? {
        guard bytes.count - start >= 6, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[(start + 2)..<(start + 6)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return unit
    }
}
