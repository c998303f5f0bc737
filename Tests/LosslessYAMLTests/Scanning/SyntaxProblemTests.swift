import Testing

@testable import LosslessYAML

@Suite struct SyntaxProblemTests {
    @Test(arguments: [
        RefusedText("a: 1\n---\nb: 2\n", .unsupported, 2, 1, "several documents"),
        RefusedText("a: 1\n...\n%YAML 1.2\n---\nb\n", .unsupported, 3, 1, "several documents"),
        RefusedText("%FOO\n---\na: 1\n", .syntax, 1, 5, "no %YAML or %TAG"),
        RefusedText("a: *x\n", .syntax, 1, 4, "no anchor &x"),
        RefusedText("a: &x [*x]\n", .unsupported, 1, 8, "inside the node"),
        RefusedText("a:\n\t- b\n", .syntax, 2, 1, "tab"),
        RefusedText("a: \"b\n", .syntax, 1, 4, "never closed"),
        RefusedText("a: \"b\n\n", .syntax, 1, 4, "never closed"),
        RefusedText("a:\n  - b\n  c: d\n", .syntax, 3, 3, "the list around"),
        RefusedText("a: [b]\n}\n", .syntax, 2, 1, "a '}' too many"),
        RefusedText("a:\n  - b\n]\n", .syntax, 3, 1, "a ']' too many"),
        RefusedText("a: \"C:\\Users\"\n", .syntax, 1, 7, "'\\U' begins the number of a character"),
        RefusedText("a: %HOME%\\b\n", .syntax, 1, 4, "as Windows writes it"),
        RefusedText("a: [b\nc: d\n", .syntax, 2, 2, "misses a ','"),
        RefusedText("a: [\n", .syntax, 2, 1, "misses a ',' or its ']' (it starts in line 1)"),
        RefusedText("a: [b, [c],\n# d\n", .syntax, 3, 1, "misses a ',' or its ']' (it starts in line 1)"),
        RefusedText("a: [\n  {b: \n", .syntax, 3, 1, "misses a ',' or its '}' (it starts in line 2)"),
        RefusedText("a: 1\n  b: 2\n", .syntax, 2, 3, "deeper"),
        RefusedText("a: *\n", .syntax, 1, 4, "cannot start with '*'"),
        RefusedText("[a]\nb: 1\n", .syntax, 2, 1, "after the end"),
        RefusedText(" a: 1\nb: 2\n", .syntax, 2, 1, "after the end"),
        RefusedText("a:\n  - b\n - c\n", .syntax, 3, 2, "another column"),
        RefusedText("a: b: c\n", .syntax, 1, 5, "':' is not allowed"),
        RefusedText("a: @b\n", .syntax, 1, 4, "@"),
        RefusedText("a:\n  - b\n c: d\n", .syntax, 3, 2, "does not belong"),
        RefusedText("a: !x!y z\n", .syntax, 1, 4, "unknown handle"),
        RefusedText("a: b\n- c\n", .syntax, 2, 1, "does not belong"),
        RefusedText("a: 'b'c'\n", .syntax, 1, 7, "right behind the closing quote"),
        RefusedText("a:\n  - \"b\"c\"\n", .syntax, 2, 8, "right behind the closing quote"),
        RefusedText("a: ['b'c']\n", .syntax, 1, 8, "right behind the closing quote"),
        RefusedText("a: 'b', 'c'\n", .syntax, 1, 7, "without brackets"),
        RefusedText("a: 'b' c\n", .syntax, 1, 8, "behind the closing quote"),
        RefusedText("a: [b]]\n", .syntax, 1, 7, "a ']' too many"),
        RefusedText("a: [b], [c]\n", .syntax, 1, 7, "behind the closing bracket"),
        RefusedText("a: {{ b }}/c\n", .syntax, 1, 11, "a template"),
        RefusedText("a:\n    b: 1\n   c: 1\n", .syntax, 3, 4, "in the column of any key"),
        RefusedText("%YAML 1.2\na: 1\n", .syntax, 1, 1, "a directive"),
    ])
    func `what cannot be read is refused with its place`(test: RefusedText) { test.check() }

    @Test(arguments: [
        ("a: 1\nb: [c\nd: e\n", (2, 4), "opened here"), ("a:\n  - b\n  c: d\n", (1, 1), "the list's own key"),
        ("\u{FEFF}é: {b\n\n", (1, 4), "opened here"), ("a:\n  - b\n c: d\n", (1, 1), "starts here"),
        ("a: '\n---\n", (1, 4), "opened here"),
    ])
    func `an error about what is not closed tells where it opens`(text: String, place: (Int, Int), words: String) throws
    {
        let error = try #require(throws: YAMLError.self) { try YAMLDocument(text) }
        let start = LosslessYAML.SourceLocation(line: place.0, column: place.1)
        #expect(error.related?.span.start == start, "\(error)")
        #expect(error.related?.words == words)
    }

    @Test(arguments: [("a:\n\t- b\n", 1), ("a: é: c\n", 1), ("a: \"b\n", 2), ("a: [b\nc: d\n", 1)])
    func `an error covers the character it is about`(text: String, width: Int) throws {
        let error = try #require(throws: YAMLError.self) { try YAMLDocument(text) }
        let (start, end) = (try #require(error.location), try #require(error.end))
        #expect(end.line == start.line && end.column == start.column + width)
    }
}
