import CondaURL

extension TOMLParser {
    /// `"…"` on one line.
    mutating func basicString() throws(SettingFileError) -> String {
        let start = position
        position += 1
        var result: [UInt8] = []
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &result)
            case _ where byte.isTOMLControl: throw unclosed(start)
            default:
                result.append(byte)
                position += 1
            }
        }
        throw failure("the string does not end", at: start)
    }

    /// `'…'` on one line.
    mutating func literalString() throws(SettingFileError) -> String {
        let start = position
        position += 1
        while let byte = peek() {
            if byte == UInt8(ascii: "'") {
                position += 1
                return text(start + 1..<position - 1)
            }
            if byte.isTOMLControl { throw unclosed(start) }
            position += 1
        }
        throw failure("the string does not end", at: start)
    }

    /// The error for a string that meets a control character, such as the end of its line.
    private func unclosed(_ start: Int) -> SettingFileError {
        peek() == UInt8(ascii: "\n") || peek() == UInt8(ascii: "\r")
            ? failure("the string does not end on its line", at: start, hint: "add the closing quote")
            : failure("control character in a string")
    }

    /// `"""…"""` or `'''…'''`.
    mutating func multilineString(quote: UInt8) throws(SettingFileError) -> String {
        let start = position
        position += 3
        _ = takeNewline()
        var result: [UInt8] = []
        while let byte = peek() {
            if byte == quote {
                var run = 0
                while run < 5, peek(run) == quote { run += 1 }
                position += run
                if run >= 3 {
                    result.append(contentsOf: repeatElement(quote, count: run - 3))
                    return String(decoding: result, as: UTF8.self)
                }
                result.append(contentsOf: repeatElement(quote, count: run))
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if try !skipLineEndingBackslash() { try escape(into: &result) }
            } else if takeNewline() {
                // As Python's tomllib: a line break in a string is LF, however the file writes it.
                result.append(UInt8(ascii: "\n"))
            } else if byte.isTOMLControl {
                throw failure("control character in a string")
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
