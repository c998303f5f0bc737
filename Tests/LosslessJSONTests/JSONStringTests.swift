import Testing

@testable import LosslessJSON

@Suite struct JSONStringTests {
    @Test(arguments: [
        (#""""#, ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u00E9""#, "éé"),
        (#""é漢😀""#, "é漢😀"),
        (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\0"), (#""\uFEFF""#, "\u{FEFF}"),
        // Halves of a character that are alone, in the wrong order, or before another escape.
        (#""\ud800""#, "\u{FFFD}"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
        (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    ])
    func `escapes are read as RFC 8259 has them`(text: String, value: String) throws {
        let bytes = Array("[\(text), 1]".utf8)
        let string = try JSONString(in: bytes, at: 1)
        #expect(string.value.isSameText(as: value))
        #expect(string.range == 1..<(1 + text.utf8.count))
    }

    @Test(arguments: [
        ("\"", 0), ("\"a", 0), ("\"\\\"", 0), ("\"ab\\", 3), ("\"\\x\"", 1), ("\"\\u12\"", 1), ("\"\\u12g4\"", 1),
        ("\"\\U0041\"", 1), ("\"a\nb\"", 2), ("\"a\tb\"", 2), ("\"\0\"", 1), ("\"\u{1F}\"", 1), ("\"\\ud83d\\u12\"", 7),
    ])
    func `what is no whole string is refused where it goes wrong`(text: String, offset: Int) {
        let failure = #expect(throws: JSONString.Failure.self) { try JSONString(in: Array(text.utf8), at: 0) }
        #expect(failure?.offset == offset)
    }
}
