/// Text as Python opens a file: every kind of line break is one line feed.
enum PythonText {
    static func bytes(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(13) else { return bytes }
        return bytes.indices.compactMap { index in
            if bytes[index] == 10, index > 0, bytes[index - 1] == 13 { return nil }
            return bytes[index] == 13 ? 10 : bytes[index]
        }
    }

    /// With the one behind the last line break.
    static func lines(_ bytes: [UInt8]) -> [String] {
        PythonText.bytes(bytes).split(separator: 10, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] {
        Array(String(decoding: bytes(Array(text.utf8)), as: UTF8.self).unicodeScalars)
    }
}
