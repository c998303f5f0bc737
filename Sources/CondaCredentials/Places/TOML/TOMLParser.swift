import CondaURL

/// Reads a TOML 1.0 document: the whole of it or an error with its place.
///
/// Strict where Python's `tomllib` is: what it refuses, anaconda-auth refuses too.
package struct TOMLParser {
    /// Arrays and inline tables in one another; each level is a call.
    static let maximumDepth = 64

    private static let form = "write NAME = \"VALUE\", below a header such as [plugin.auth]"

    let bytes: [UInt8]
    var position = 0
    /// Line of `position`, from 1.
    var line = 1

    /// - Throws: `SettingFileError` with line and column.
    package static func parse(_ bytes: [UInt8]) throws(SettingFileError) -> TOMLTable {
        var parser = TOMLParser(bytes: bytes)
        return try parser.document()
    }

    private mutating func document() throws(SettingFileError) -> TOMLTable {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw SettingFileError(message: "not UTF-8 text", line: 1, column: 1)
        }
        let root = TOMLTableBuilder(.header)
        var current = root
        while skipBlankLines(), let byte = peek() {
            if byte == UInt8(ascii: "[") {
                current = try header(in: root)
            } else {
                try assignment(in: current, depth: 0)
            }
            try endOfLine()
        }
        if position < bytes.count { throw failure("unexpected character") }
        return root.finished
    }

    /// - Parameter depth: of arrays and inline tables around the value.
    mutating func assignment(in table: TOMLTableBuilder, depth: Int) throws(SettingFileError) {
        let (start, startLine) = (position, line)
        let path = try keyPath()
        try expect(UInt8(ascii: "="), "expected '=' after the key", hint: TOMLParser.form)
        skipBlanks()
        let value = try value(depth: depth)
        do throws(TOMLConflict) {
            try table.set(path, to: value, line: startLine)
        } catch {
            throw failure("the key '\(error.key)' is there already", at: start)
        }
    }

    private mutating func header(in root: TOMLTableBuilder) throws(SettingFileError) -> TOMLTableBuilder {
        let start = position
        position += 1
        let isElement = take(UInt8(ascii: "["))
        skipBlanks()
        let path = try keyPath()
        try expect(UInt8(ascii: "]"), "expected ']' after the name of the table", hint: "add the ']'")
        if isElement { try expect(UInt8(ascii: "]"), "expected ']]' after the name of the table") }
        do throws(TOMLConflict) {
            return try root.open(path, isElement: isElement, line: line)
        } catch {
            throw failure("'\(error.key)' is there already", at: start)
        }
    }

    /// A key, dotted or not; stops behind the blanks that follow it.
    mutating func keyPath() throws(SettingFileError) -> [String] {
        var path: [String] = []
        repeat {
            skipBlanks()
            path.append(try simpleKey())
            skipBlanks()
            if path.count > 1000 { throw failure("the key has too many parts") }
        } while take(UInt8(ascii: "."))
        return path
    }

    private mutating func simpleKey() throws(SettingFileError) -> String {
        if let quote = quote { return try string(quote) }
        let start = position
        while let byte = peek(), byte.isOfName { position += 1 }
        guard position > start else { throw failure("expected a key", hint: TOMLParser.form) }
        return text(start..<position)
    }

    /// The rest of a line behind a header or a value.
    private mutating func endOfLine() throws(SettingFileError) {
        skipBlanks()
        try skipComment()
        guard position < bytes.count else { return }
        guard takeNewline() else { throw failure("expected the end of the line") }
    }
}
