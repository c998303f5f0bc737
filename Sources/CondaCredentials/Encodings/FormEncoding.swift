import CondaURL

/// Percent-encoding with `+` for a space: how conda makes a file name of a URL.
///
/// Source: Python's `urllib.parse.quote_plus` and `unquote_plus`.
package enum FormEncoding {
    package static func encode(_ text: String) -> String {
        // A plus of its own is encoded.
        PercentEncoding.encode(text.utf8, keeping: "_.-~ ").replacing(" ", with: "+")
    }

    /// The text that was encoded, or nil if a percent sign has no two hex digits after it or the bytes are not UTF-8.
    package static func decode(_ text: String) -> String? {
        let (bytes, isWhole) = PercentEncoding.decoded(withBlanks(text))
        return isWhole ? String(validating: bytes, as: UTF8.self) : nil
    }

    /// The same, where what is no encoding stays as it is.
    static func decodeAsPython(_ text: String) -> String {
        String(decoding: PercentEncoding.decoded(withBlanks(text)).bytes, as: UTF8.self)
    }

    private static func withBlanks(_ text: String) -> [UInt8] { text.utf8.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 } }
}
