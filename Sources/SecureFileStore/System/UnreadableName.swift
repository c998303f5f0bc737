/// A name in a directory that is no Unicode text, to be shown: no path leads to it.
package enum UnreadableName {
    /// The name as text; where it is no UTF-8, with `\\x` and two hexadecimal digits for each byte outside ASCII, and
    /// `/` behind that of a directory.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, isDirectory: Bool) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let digits = Array("0123456789abcdef".utf8)
        let escaped = bytes.flatMap { byte -> [UInt8] in
            byte < 0x80
                ? [byte] : [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: escaped, as: UTF8.self) + (isDirectory ? "/" : "")
    }

    /// Whether a listed name may be one: where it is, nothing is at its path.
    package static func isPossible(_ name: String) -> Bool {
        guard name.utf8.contains(UInt8(ascii: "\\")) else { return false }
        let bytes = Array(name.utf8)
        return bytes.indices.dropLast(3).contains { start in
            bytes[start] == UInt8(ascii: "\\") && bytes[start + 1] == UInt8(ascii: "x")
                && "89abcdef".utf8.contains(bytes[start + 2])
        }
    }
}
