import CondaURL

extension TOMLParser {
    func peek(_ distance: Int = 0) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    mutating func expect(_ byte: UInt8, _ message: String, hint: String? = nil) throws(SettingFileError) {
        guard take(byte) else { throw failure(message, hint: hint) }
    }

    mutating func skipBlanks() {
        while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
    }

    /// LF or CR LF; a lone CR is none.
    mutating func takeNewline() -> Bool {
        let length = peek() == UInt8(ascii: "\r") ? 2 : 1
        guard peek(length - 1) == UInt8(ascii: "\n") else { return false }
        position += length
        line += 1
        return true
    }

    mutating func skipComment() throws(SettingFileError) {
        guard peek() == UInt8(ascii: "#") else { return }
        while let byte = peek(), byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { return }
            if byte.isTOMLControl { throw failure("control character in a comment") }
            position += 1
        }
    }

    /// Skips blanks, empty lines and comment lines. A bad comment is left for the caller to trip over.
    ///
    /// - Returns: always true, so that it can stand in a condition.
    mutating func skipBlankLines() -> Bool {
        repeat {
            skipBlanks()
            do { try skipComment() } catch { return true }
        } while takeNewline()
        return true
    }

    /// Steps over everything that a value without quotes may consist of.
    mutating func takeWord() -> Range<Int> {
        let start = position
        while let byte = peek(), byte.isOfName || "+.:".utf8.contains(byte) { position += 1 }
        return start..<position
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func failure(_ message: String, at offset: Int? = nil, hint: String? = nil) -> SettingFileError {
        let (line, column) = location(of: offset ?? position)
        return SettingFileError(message: message, line: line, column: column, hint: hint)
    }

    /// Counts from the start of the text: for the one error that ends the reading.
    private func location(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        return (line, bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1)
    }
}

extension UInt8 {
    /// Not allowed in comments and strings: control characters other than tab.
    var isTOMLControl: Bool { (self < 0x20 && self != 0x09) || self == 0x7F }
}
