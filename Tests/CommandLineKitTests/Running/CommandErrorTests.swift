import CommandLineKit
import LosslessJSON
import Testing

@Suite struct CommandErrorTests {
    @Test(
        arguments: [
            (.usage, .usage), (.syntax, .badData), (.invalid, .badData), (.notFound, .badData), (.conflict, .badData),
            (.refused, .badData), (.io, .system), (.permission, .system), (.locked, .system),
        ] as [(CommandError.Code, CommandLineKit.ExitStatus)])
    func `the kind of error decides the exit status`(code: CommandError.Code, status: CommandLineKit.ExitStatus) {
        #expect(CommandError(code, "no").status == status)
    }

    @Test(
        arguments: [
            ("no such key", nil, 3, 5, "no such key"), ("no such key", "/a/f", nil, nil, "/a/f: no such key"),
            ("no such key", "/a/f", 3, nil, "/a/f:3: no such key"),
            ("no such key", "/a/f", 3, 5, "/a/f:3:5: no such key"),
            // Not twice; and a path that is only a part of another word is not named yet.
            ("cannot read /a/f: it is a directory", "/a/f", nil, nil, "cannot read /a/f: it is a directory"),
            ("/a/f is no map", "/a/f", 3, 5, "/a/f is no map (line 3, column 5)"),
            ("/a/f is no map", "/a/f", 3, nil, "/a/f is no map (line 3)"),
            ("/a/file is no map", "/a/f", nil, nil, "/a/f: /a/file is no map"),
            ("b/a/f is no map", "/a/f", nil, nil, "/a/f: b/a/f is no map"), ("no", "", nil, nil, ": no"),
            ("é is wrong", "é", 1, 1, "é is wrong (line 1, column 1)"),
            ("éé is wrong", "é", 1, nil, "é:1: éé is wrong"),
        ] as [(String, String?, Int?, Int?, String)])
    func `the place stands in front of a message that does not name it`(
        message: String, path: String?, line: Int?, column: Int?, text: String
    ) {
        #expect(CommandError(.invalid, message, path: path, line: line, column: column).text == text)
    }

    @Test func `its JSON has no secret, and no member without a value`() {
        var error = CommandError(
            .invalid, "https://u:made-up@h/c is no channel", path: "https://h/t/tk-0123456789abcdef/f", line: 2,
            column: 4,
            hint: "write https://h/t/tk-0123456789abcdef/c")
        error.end = (2, 9)
        let text = error.json.text()
        #expect(text.hasPrefix(#"{"code": "invalid", "message": "https://u:…@h/c is no channel", "path": "#))
        #expect(text.contains(#""line": 2, "column": 4, "endLine": 2, "endColumn": 9, "hint": "#))
        #expect(!text.contains("made-up") && !text.contains("0123456789"))
        #expect(CommandError(.notFound, "no").json.text() == #"{"code": "not-found", "message": "no"}"#)
    }

    @Test func `lines are shown where a line is known`() {
        let text = ExcerptSource(Array("a: 1\nb: 2\n".utf8))
        let error = CommandError(.invalid, "no", line: 2, column: 1).showing(text)
        #expect(error.excerpt?.lines(width: 80, style: .red).map(\.plain) == [" 2 | b: 2", "   | ^"])
        #expect(CommandError(.invalid, "no").showing(text).excerpt == nil)
        #expect(CommandError(.invalid, "no", line: 9, column: 1).showing(text).excerpt == nil)
    }
}
