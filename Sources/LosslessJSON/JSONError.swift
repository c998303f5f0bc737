/// Why JSON text could not be read or edited; it never quotes the text, which may hold a secret.
package struct JSONError: Error, Sendable, Equatable {
    package enum Code: String, Sendable {
        case syntax
        /// Not UTF-8.
        case encoding
        case tooDeep = "too-deep"
        case notFound = "not-found"
        /// The result of an edit did not read back as expected.
        case `internal`
    }

    package let code: Code
    /// Lower case, without a full stop.
    package let message: String
    /// UTF-8 byte offset, 0-based.
    package let offset: Int
    /// From 1.
    package let line: Int
    /// From 1, in code points.
    package let column: Int

    package init(_ code: Code, _ message: String, at offset: Int, in bytes: [UInt8]) {
        self.code = code
        self.message = message
        self.offset = offset
        (line, column) = JSONError.location(of: offset, in: bytes)
    }

    private static func location(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < min(offset, bytes.count) {
            let byte = bytes[index]
            index += 1
            let endsLine = byte == 0x0A || (byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A))
            if endsLine {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
