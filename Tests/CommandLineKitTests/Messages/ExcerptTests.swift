import CommandLineKit
import Foundation
import Testing

@Suite struct ExcerptTests {
    private static func shown(_ text: String, _ marks: [Excerpt.Mark], width: Int = 80) -> [String] {
        Excerpt(of: ExcerptSource(Array(text.utf8)), marks: marks)?.lines(width: width, style: .red).map(\.plain) ?? []
    }

    @Test(arguments: [
        ("a: 1\nb: two\n", Excerpt.Mark(line: 2, column: 4, endColumn: 7), " 2 | b: two", "   |    ^^^"),
        ("a: 1\r\nb\r\n", .init(line: 2, column: 1), " 2 | b", "   | ^"),
        ("a\rb\r", .init(line: 2, column: 1), " 2 | b", "   | ^"),
        ("a: [\n", .init(line: 1, column: 5), " 1 | a: [", "   |     ^"),
        ("\t- y\n", .init(line: 1, column: 2), " 1 |     - y", "   |     ^"),
        ("ab\tc\n", .init(line: 1, column: 4), " 1 | ab  c", "   |     ^"),
        ("\u{FEFF}x: 1\n", .init(line: 1, column: 1, endColumn: 2), " 1 | x: 1", "   | ^"),
        ("漢字: x\n", .init(line: 1, column: 5), " 1 | 漢字: x", "   |       ^"),
        ("a: \u{1B}[2J b\n", .init(line: 1, column: 9), " 1 | a: \\x1b[2J b", "   |            ^"),
        (
            "u: https://me:sesamesesame@h/x y\n", .init(line: 1, column: 32), " 1 | u: https://me:…@h/x y",
            "   |                     ^"
        ),
        // Inside what is hidden, and below the last line that has anything.
        (
            "u: https://me:sesamesesame@h/x y\n", .init(line: 1, column: 19), " 1 | u: https://me:…@h/x y",
            "   |               ^"
        ),
        ("a: [b\n\n", .init(line: 3, column: 1), " 1 | a: [b", "   |      ^"),
        ("a: b\nc\n", .init(line: 1, column: 4, endLine: 2, endColumn: 2), " 1 | a: b", "   |    ^"),
    ])
    func `a caret stands under its column`(text: String, mark: Excerpt.Mark, line: String, carets: String) {
        #expect(Self.shown(text, [mark]) == [line, carets])
    }

    @Test func `a long line is cut around the column, to the width`() {
        let text = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 5000)
        let lines = Self.shown(text, [.init(line: 1, column: 501, endColumn: 505)], width: 60)
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines[0].contains("…aaa") && lines[0].contains("HERE") && lines[0].hasSuffix("…"))
        let start = lines[1].firstIndex(of: "^").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        let here = lines[0].range(of: "HERE").map { lines[0].distance(from: lines[0].startIndex, to: $0.lowerBound) }
        #expect(start == here && lines[1].hasSuffix("^^^^"))
    }

    @Test func `two places are shown in the order of their lines, with what they are`() {
        let marks: [Excerpt.Mark] = [
            .init(line: 12, column: 1, endColumn: 2), .init(line: 2, column: 4, label: "opened here"),
        ]
        let text = "\nb: [\n" + String(repeating: "\n", count: 9) + "c: d\n"
        #expect(
            Self.shown(text, marks)
                == ["  2 | b: [", "    |    ^ opened here", " 12 | c: d", "    | ^"])
    }

    @Test func `a blank line is not shown beside another one`() {
        let marks: [Excerpt.Mark] = [.init(line: 3, column: 1), .init(line: 1, column: 4, label: "opened here")]
        #expect(Self.shown("a: [b\n\n", marks) == [" 1 | a: [b", "   |    ^ opened here"])
    }

    @Test func `a line that is not there shows nothing, and three lines are the most`() {
        #expect(Self.shown("a\n", [.init(line: 9, column: 1)]).isEmpty)
        let many = (1...9).map { Excerpt.Mark(line: $0, column: 1) }
        #expect(Self.shown("a\nb\nc\nd\ne\nf\n", many).count == 6)
    }
}
