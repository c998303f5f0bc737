import LosslessJSON
import Testing

@Suite struct JSONParserTests {
    @Test(
        arguments: [
            ("null", JSONValue.null), (" [1, -0.5e+10 ,true]\n", [.number("1"), .number("-0.5e+10"), true]),
            (#"{"a":{"b":[]},"a":2}"#, .object([.init("a", .object([.init("b", [])])), .init("a", 2)])),
            (#""\u00e9\n\/\ud83d\ude00\ud800""#, .string("é\n/😀\u{FFFD}")),
            ("\u{FEFF}{}", [:]),
            ("100000000000000000000000000000000.10", .number("100000000000000000000000000000000.10")),
        ] as [(String, JSONValue)])
    func `values read as they are written`(text: String, expected: JSONValue) throws {
        #expect(try JSONDocument(Array(text.utf8)).root.value == expected)
    }

    @Test(
        arguments: [
            ("", 1, 1), ("  ", 1, 3), ("{", 1, 2), (#"{"a" 1}"#, 1, 6), (#"{"a":1,}"#, 1, 8), ("[1,]", 1, 4),
            ("[1 2]", 1, 4),
            ("01", 1, 2), ("1.", 1, 3), ("-", 1, 2), ("1e", 1, 3), ("tru", 1, 1), ("NaN", 1, 1), ("'a'", 1, 1),
            (#"["é", "\x"]"#, 1, 8), ("[\n \"a\nb\"]", 2, 4), ("[\r\n\r\"open]", 3, 1), ("{} {}", 1, 4),
            (#""\u12g4""#, 1, 2),
            ("{1:2}", 1, 2), ("// no\n1", 1, 1), ("\u{FEFF}?", 1, 1), ("\u{FEFF}\u{FEFF}1", 1, 1),
        ] as [(String, Int, Int)])
    func `what is not JSON is refused with its place`(text: String, line: Int, column: Int) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
        #expect(error?.code == .syntax)
        #expect(error?.line == line)
        #expect(error?.column == column)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
            [0x22, 0xE2, 0x82], [0x22, 0xC3], [0x22, 0x80], [0x22, 0xE2, 0x82, 0x22],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(bytes) }
        #expect(error?.code == .encoding)
        #expect(error?.column == 2)
    }

    @Test func `nesting is bounded`() throws {
        let deep = { (levels: Int) in
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        _ = try JSONDocument(deep(200))
        #expect(throws: JSONError.self) { try JSONDocument(deep(201)) }
        #expect(throws: JSONError.self) { try JSONDocument([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }
}
