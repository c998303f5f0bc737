import CommandLineKit
import Testing

@Suite struct RedactedLineTests {
    @Test func `columns of a redacted line are those of what is shown`() {
        let line = RedactedLine("é: https://u:pässword@h/\u{1B}x")
        #expect(line.text == "é: https://u:…@h/\\x1bx")
        #expect(line.column(of: 1) == 1 && line.column(of: 14) == 14 && line.column(of: 20) == 14)
        #expect(line.column(of: 22) == 15 && line.column(of: 26) == 22 && line.column(of: 99) == 23)
    }

    @Test func `a changed secret is told from an unchanged one in a diff`() {
        let diff = UnifiedDiff.text(
            from: Array("a: https://u:one@h\n".utf8), to: Array("a: https://u:two@h\n".utf8), oldName: "a", newName: "b"
        )
        #expect(diff.contains("-a: https://u:…@h\n+a: https://u:…(changed)@h\n"))
    }
}
