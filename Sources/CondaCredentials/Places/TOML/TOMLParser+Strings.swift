import CondaURL

extension TOMLParser {
    /// The quote that a string begins with here: `"`, or `'` for one without escapes.
    var quote: UInt8? { peek().flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil } }

    /// - Parameter isMultiline: whether three quotes stand at either end.
    mutating func string(_ quote: UInt8, isMultiline: Bool = false) throws(SettingFileError) -> String {
        let start = position
        position += isMultiline ? 3 : 1
        if isMultiline { _ = takeNewline() }
        var result: [UInt8] = []
        while let byte = peek() {
            if byte == quote {
                // Of a run at the end of several lines, up to two are part of them.
                var run = 1
                while isMultiline, run < 5, peek(run) == quote { run += 1 }
                position += run
                if isMultiline { result.append(contentsOf: repeatElement(quote, count: run < 3 ? run : run - 3)) }
                if !isMultiline || run >= 3 { return String(decoding: result, as: UTF8.self) }
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                let isSkipped = isMultiline ? try skipLineEndingBackslash() : false
                if !isSkipped { try escape(into: &result) }
            } else if isMultiline, takeNewline() {
                // As Python's tomllib: a line break in a string is LF, however the file writes it.
                result.append(UInt8(ascii: "\n"))
            } else if byte.isTOMLControl {
                let endsLine = !isMultiline && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
                throw endsLine
                    ? failure("the string does not end on its line", at: start, hint: "add the closing quote")
                    : failure("control character in a string")
            } else {
                result.append(byte)
                position += 1
            }
        }
        throw failure("the string does not end", at: start)
    }

    /// A backslash at the end of a line takes the break and all blank that follows with it.
    private mutating func skipLineEndingBackslash() throws(SettingFileError) -> Bool {
        let start = position
        position += 1
        skipBlanks()
        guard takeNewline() else {
            position = start
            return false
        }
        repeat { skipBlanks() } while takeNewline()
        return true
    }

    private mutating func escape(into result: inout [UInt8]) throws(SettingFileError) {
        let start = position
        position += 1
        guard let kind = peek() else { throw failure("the string does not end", at: start) }
        position += 1
        switch kind {
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(kind)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = kind == UInt8(ascii: "u") ? 4 : 8
            let end = position + digits
            guard end <= bytes.count, bytes[position..<end].allSatisfy(\.isHexDigit),
                let code = UInt32(text(position..<end), radix: 16), let scalar = Unicode.Scalar(code)
            else { throw failure("bad code point in a string", at: start) }
            position = end
            result.append(contentsOf: String(Character(scalar)).utf8)
        default: throw failure("unknown escape in a string", at: start)
        }
    }
}
