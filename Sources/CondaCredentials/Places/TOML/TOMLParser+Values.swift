import CondaURL

extension TOMLParser {
    /// - Parameter depth: of arrays and inline tables around the value.
    mutating func value(depth: Int) throws(SettingFileError) -> TOMLValue {
        guard depth <= TOMLParser.maximumDepth else { throw failure("values are nested too deeply") }
        if let quote {
            return .string(try string(quote, isMultiline: peek(1) == quote && peek(2) == quote))
        }
        switch peek() {
        case UInt8(ascii: "[")?: return try array(depth: depth)
        case UInt8(ascii: "{")?: return try inlineTable(depth: depth)
        default: return try bareValue()
        }
    }

    private mutating func array(depth: Int) throws(SettingFileError) -> TOMLValue {
        let start = position
        position += 1
        var items: [TOMLValue] = []
        while skipBlankLines(), peek() != nil {
            if take(UInt8(ascii: "]")) { return .array(items) }
            items.append(try value(depth: depth + 1))
            guard skipBlankLines(), take(UInt8(ascii: ",")) || peek() == UInt8(ascii: "]") else {
                throw failure("expected ',' or ']' in an array")
            }
        }
        throw failure("the array does not end", at: start)
    }

    private mutating func inlineTable(depth: Int) throws(SettingFileError) -> TOMLValue {
        position += 1
        skipBlanks()
        let table = TOMLTableBuilder(.header)
        if take(UInt8(ascii: "}")) { return .table(table.finished) }
        repeat {
            skipBlanks()
            try assignment(in: table, depth: depth + 1)
            skipBlanks()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "expected ',' or '}' in an inline table")
        return .table(table.finished)
    }

    /// `true`, a number, a date: everything that is written without quotes.
    private mutating func bareValue() throws(SettingFileError) -> TOMLValue {
        let range = takeWord()
        let word = Array(bytes[range])
        switch text(range) {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        if TOMLNumber.isInteger(word) || TOMLNumber.isFloat(word) { return .number(text(range)) }
        if TOMLDate.isDate(word), peek() == UInt8(ascii: " "), peek(1)?.isDigit == true {
            // A blank may stand between date and time.
            position += 1
            let time = takeWord()
            guard TOMLDate.isTime(Array(bytes[time]), withOffset: true) else {
                throw failure("expected a time", at: time.lowerBound)
            }
            return .dateTime(text(range.lowerBound..<time.upperBound))
        }
        if TOMLDate.isDateTime(word) { return .dateTime(text(range)) }
        if word.isEmpty, peek() == nil || peek() == 0x0A || peek() == 0x0D { throw failure("expected a value") }
        let isBoolean = ["true", "false"].contains(text(range).lowercased())
        throw failure(
            isBoolean ? "true and false are written in small letters" : "expected a value; a string needs quotes",
            at: range.lowerBound, hint: isBoolean ? "write \(text(range).lowercased())" : "put the value in quotes")
    }
}
