import CondaURL
import Testing

@Suite struct StringPartsTests {
    @Test func `a part is found by its bytes`() throws {
        let text = "a\r\nb://\u{E9}://"
        let range = try #require(text.firstRange(of: "://"))
        #expect(text[..<range.lowerBound] == "a\r\nb" && text[range] == "://")
        #expect(text.contains("\n") && text.contains("") && !text.contains("x://") && !"".contains("a"))
        #expect(text.dropFirst(3).firstRange(of: "b") == nil && text.dropFirst(3).contains("://\u{E9}"))
    }

    @Test(arguments: [
        ("a-b-c", "-", "_", "a_b_c"), ("---", "--", "", "-"), ("abc", "x", "y", "abc"),
        ("a\r\n", "\r", "\\r", "a\\r\n"),
        ("", "a", "b", ""),
    ])
    func `each part is replaced`(_ text: String, _ part: String, _ other: String, _ expected: String) {
        #expect(text.replacing(part, with: other) == expected)
    }
}
