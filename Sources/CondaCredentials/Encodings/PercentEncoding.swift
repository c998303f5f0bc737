/// Percent-encoding in URLs.
///
/// Source: Python's `urllib.parse.unquote`.
package enum PercentEncoding {
    /// Every `%` with two hex digits undone; what is no UTF-8 then is replaced.
    package static func decode(_ text: String) -> String {
        let source = Array(text.utf8)
        var out: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let byte = UInt8(hexDigits: source[index + 1], source[index + 2])
            {
                out.append(byte)
                index += 3
            } else {
                out.append(source[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension UInt8 {
    /// The byte that two hex digits stand for; nil for anything else.
    init?(hexDigits high: UInt8, _ low: UInt8) {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
            default: nil
            }
        }
        guard let high = digit(high), let low = digit(low) else { return nil }
        self = high << 4 | low
    }
}
