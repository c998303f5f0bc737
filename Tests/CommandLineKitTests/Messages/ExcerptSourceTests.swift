import Testing

@testable import CommandLineKit

@Suite struct ExcerptSourceTests {
    private func lines(_ text: String) -> [String] {
        let source = ExcerptSource(Array(text.utf8))
        return (1...9).compactMap { source.line($0).map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]), ("\n\r", ["", "", ""]),
        ("\u{FEFF}a\n", ["a", ""]), ("a\u{85}b\u{2028}c\u{2029}d", ["a", "b", "c", "d"]),
        ("a\u{B}b\u{C}c", ["a\u{B}b\u{C}c"]),
        ("é\u{A0}…\n漢", ["é\u{A0}…", "漢"]),
    ])
    func `lines end where YAML ends them`(text: String, expected: [String]) { #expect(lines(text) == expected) }

    @Test func `lengths count the breaks, and together are the text`() {
        let text = Array("\u{FEFF}a\r\nbc\n\u{2028}d".utf8)
        let source = ExcerptSource(text)
        #expect((0...6).map { source.length(ofLine: $0) } == [0, 3, 3, 3, 1, 0, 0])
        #expect(source.line(0) == nil && source.line(-1) == nil && source.line(5) == nil)
    }

    @Test(arguments: [
        ("a: word, x", 4, 8), ("a: word x", 4, 8), ("[one]", 2, 5), ("{k: v}", 5, 6), ("key: v", 1, 4), ("key:v", 1, 6),
        ("key:", 1, 4), ("'a b' c", 1, 6), ("\"a", 1, 2), ("é漢 x", 1, 3), ("a", 2, 3), ("", 1, 2),
        ("https://h:80/c x", 1, 15),
    ])
    func `a word, or what stands in quotes, has an end`(text: String, column: Int, end: Int) {
        #expect(ExcerptSource(Array(text.utf8)).endColumn(line: 1, column: column) == end)
    }

    @Test func `where a line shows nothing the mark goes to the end of what stands above`() {
        let source = ExcerptSource(Array("é: [\n\n \t\n".utf8))
        let mark = source.lastSeen(at: Excerpt.Mark(line: 3, column: 2, label: "here"))
        #expect(mark == Excerpt.Mark(line: 1, column: 5, label: "here"))
        let seen = Excerpt.Mark(line: 1, column: 1)
        #expect(source.lastSeen(at: seen) == seen)
        #expect(ExcerptSource(Array("\n\n".utf8)).lastSeen(at: Excerpt.Mark(line: 2, column: 1)).line == 2)
    }
}
