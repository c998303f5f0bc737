import Testing

@testable import CommandLineKit

@Suite struct ExcerptLineTests {
    private func view(
        _ text: String, _ column: Int, to end: Int? = nil, room: Int = 40, hidden: [Range<Int>] = []
    ) -> ExcerptLine.View {
        ExcerptLine(Array(text.utf8)[...], around: column, hidden: hidden)
            .view(around: Excerpt.Mark(line: 1, column: column, endColumn: end), room: room)
    }

    @Test(
        arguments: [
            ("a: b", 4, nil, "a: b", 3..<4), ("a\tb", 3, nil, "a   b", 4..<5), ("abcd\te", 6, nil, "abcd    e", 8..<9),
            // Of two columns, of none, and spelt out.
            ("漢字x", 2, nil, "漢字x", 2..<4), ("漢字x", 1, 4, "漢字x", 0..<5), ("e\u{301}x", 2, nil, "e\u{301}x", 0..<1),
            ("a\u{7}b", 3, nil, "a\\x07b", 5..<6),
            // Behind the end, before the beginning, and blanks that nobody sees.
            ("ab", 3, nil, "ab", 2..<3), ("ab", 9, 12, "ab", 2..<3), ("ab", 0, nil, "ab", 0..<1),
            ("", 1, nil, "", 0..<1),
            ("a   ", 4, nil, "a", 3..<4),
        ] as [(String, Int, Int?, String, Range<Int>)])
    func `a code point takes the columns of what it is shown as`(
        text: String, column: Int, end: Int?, shown: String, marked: Range<Int>
    ) {
        let view = view(text, column, to: end)
        #expect(view.text == shown)
        #expect(view.marked == marked)
    }

    @Test(arguments: [
        (1, "abcdefgh…", 0..<1), (13, "…jklmnopq…", 4..<5), (26, "…wxyz", 4..<5), (27, "…xyz", 4..<5),
    ])
    func `a line that is too wide is cut on the sides where it goes on`(column: Int, shown: String, marked: Range<Int>)
    {
        let view = view("abcdefghijklmnopqrstuvwxyz", column, room: 10)
        #expect(view.text == shown)
        #expect(view.marked == marked)
    }

    @Test func `no wide character is cut in two`() {
        for column in 1...40 {
            let view = view(String(repeating: "漢", count: 40), column, room: 11)
            #expect(DisplayWidth.of(view.text) <= 11)
            #expect(view.text.allSatisfy { $0 == "漢" || $0 == "…" })
        }
    }

    @Test func `of a line without end no more is kept than can be shown`() {
        let text = String(repeating: "a", count: 100_000) + "HERE" + String(repeating: "b", count: 100_000)
        let view = view(text, 100_001, to: 100_005)
        #expect(view.text.hasPrefix("…a") && view.text.contains("HERE") && view.text.hasSuffix("b…"))
        #expect(Array(view.text)[view.marked].elementsEqual("HERE"))
    }

    @Test(arguments: [1, 9, 15, 20])
    func `a secret is not shown, wherever the mark is`(column: Int) {
        let secret = "made-up-password"
        let text = "a: https://u:\(secret)@h/c"
        #expect(!view(text, column).text.contains("made"))
        #expect(view(text, column).text.hasSuffix("@h/c"))
        // One that the line does not show to be one.
        #expect(!view("b: \(secret) x", column, hidden: [3..<19]).text.contains("made"))
    }

    @Test func `a mark that goes on below reaches the line's end`() {
        let mark = Excerpt.Mark(line: 1, column: 3, endLine: 2, endColumn: 1)
        #expect(ExcerptLine(Array("a: bc".utf8)[...], around: 3).view(around: mark, room: 40).marked == 2..<5)
    }
}
