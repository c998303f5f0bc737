/// Reads JSON text (RFC 8259, nothing more) in one pass.
struct JSONParser {
    /// How many arrays and objects may stand in one another.
    private static let depthLimit = 200

    let bytes: [UInt8]
    private(set) var position: Int
    /// Where the piece of text begins that is being read: damaged text is sound up to here.
    private(set) var pieceStart: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        pieceStart = position
    }

    mutating func parseDocument() throws(JSONError) -> JSONNode {
        skipBlanks()
        let root = try parseValue(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw failure("text after the end of the value") }
        return root
    }

    private mutating func parseValue(depth: Int) throws(JSONError) -> JSONNode {
        let start = position
        switch current {
        case UInt8(ascii: "{"): return try parseObject(depth: depth)
        case UInt8(ascii: "["): return try parseArray(depth: depth)
        case UInt8(ascii: "\""):
            return JSONNode(content: .string(try parseString()), range: start..<position)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return JSONNode(content: .number(try parseNumber()), range: start..<position)
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        case nil: throw failure("the text ends where a value is expected")
        default: throw failure("a value is expected here")
        }
    }

    private mutating func parseObject(depth: Int) throws(JSONError) -> JSONNode {
        let start = try open(depth: depth)
        var members: [JSONMember] = []
        if !take(UInt8(ascii: "}")) {
            repeat {
                skipBlanks()
                let nameStart = position
                guard current == UInt8(ascii: "\"") else {
                    throw failure("a member name in double quotes is expected here")
                }
                let name = try parseString()
                let nameRange = nameStart..<position
                skipBlanks()
                guard take(UInt8(ascii: ":")) else { throw failure("':' is expected after a member name") }
                skipBlanks()
                members.append(JSONMember(name: name, nameRange: nameRange, value: try parseValue(depth: depth + 1)))
                skipBlanks()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw failure("',' or '}' is expected after a member") }
        }
        return JSONNode(content: .object(members), range: start..<position)
    }

    private mutating func parseArray(depth: Int) throws(JSONError) -> JSONNode {
        let start = try open(depth: depth)
        var elements: [JSONNode] = []
        if !take(UInt8(ascii: "]")) {
            repeat {
                skipBlanks()
                elements.append(try parseValue(depth: depth + 1))
                skipBlanks()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { throw failure("',' or ']' is expected after an element") }
        }
        return JSONNode(content: .array(elements), range: start..<position)
    }

    /// Steps over an opening bracket and the blanks after it; returns where the bracket stands.
    private mutating func open(depth: Int) throws(JSONError) -> Int {
        let start = position
        guard depth < Self.depthLimit else {
            throw JSONError(.tooDeep, "nested more than \(Self.depthLimit) levels deep", at: start, in: bytes)
        }
        position += 1
        skipBlanks()
        return start
    }

    private mutating func parseString() throws(JSONError) -> String {
        pieceStart = position
        let string: JSONString
        do { string = try JSONString(in: bytes, at: position) } catch {
            throw JSONError(.syntax, error.message, at: error.offset, in: bytes)
        }
        position = string.range.upperBound
        return string.value
    }

    private mutating func parseNumber() throws(JSONError) -> String {
        let start = position
        pieceStart = start
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            guard !isDigit(current) else { throw failure("a number cannot begin with 0 and another digit") }
        } else {
            try takeDigits()
        }
        if take(UInt8(ascii: ".")) { try takeDigits() }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try takeDigits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func takeDigits() throws(JSONError) {
        guard isDigit(current) else { throw failure("a digit is expected here") }
        while isDigit(current) { position += 1 }
    }

    private mutating func parseWord(_ word: StaticString, _ content: JSONNode.Content) throws(JSONError) -> JSONNode {
        let start = position
        let matches = word.withUTF8Buffer { bytes[start...].starts(with: $0) }
        guard matches else { throw failure("a value is expected here") }
        position += word.utf8CodeUnitCount
        return JSONNode(content: content, range: start..<position)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = current, isJSONBlank(byte) { position += 1 }
        pieceStart = position
    }

    private func failure(_ message: String) -> JSONError { JSONError(.syntax, message, at: position, in: bytes) }
}

/// Space, tab, line feed or carriage return.
func isJSONBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
