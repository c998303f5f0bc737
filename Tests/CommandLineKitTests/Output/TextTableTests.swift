import CommandLineKit
import Testing

@Suite struct TextTableTests {
    private var table: TextTable {
        var table = TextTable(["NAME", "PLACE", "NOTE"])
        table.add(["short", "/a/rather/long/path/to/a/file", "ok"])
        table.add([StyledText("naïve\u{1B}[0m", .red), "日本", ""])
        return table
    }

    @Test func `columns are as wide as their widest cell, and control characters are spelt out`() {
        #expect(
            table.text(width: nil).plain == """
                NAME          PLACE                          NOTE
                short         /a/rather/long/path/to/a/file  ok
                naïve\\x1b[0m  日本

                """)
    }

    @Test func `the widest column is broken between words on a narrow terminal, and no word is cut`() {
        var table = table
        table.add(["b", "two words of it", "a note of some words"])
        let lines = table.text(width: 55).plain.split(separator: "\n")
        #expect(lines[1] == "short         /a/rather/long/path/to/a/file  ok")
        #expect(
            lines[3...] == [
                "b             two words of it                a note of",
                "                                             some words",
            ])
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 55 })
    }

    @Test func `where words leave no room, a path is broken behind a slash`() {
        #expect(
            table.text(width: 40).plain == """
                NAME          PLACE                 NOTE
                short         /a/rather/long/path/  ok
                              to/a/file
                naïve\\x1b[0m  日本

                """)
    }

    @Test func `a table without rows is nothing`() {
        #expect(TextTable(["A"]).text(width: 80).plain == "")
    }
}
