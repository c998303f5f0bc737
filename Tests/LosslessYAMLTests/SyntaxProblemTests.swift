import Testing

@testable import LosslessYAML

/// A text that must not be read.
struct RefusedText: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: YAMLError.Code
    var location: LosslessYAML.SourceLocation?
    var words: String

    init(_ name: String, _ bytes: [UInt8], _ code: YAMLError.Code, _ line: Int, _ column: Int, _ words: String) {
        self.name = name
        self.bytes = bytes
        self.code = code
        location = line > 0 ? LosslessYAML.SourceLocation(line: line, column: column) : nil
        self.words = words
    }

    init(_ text: String, _ code: YAMLError.Code, _ line: Int, _ column: Int, _ words: String) {
        self.init(text.prefix(40).debugDescription, Array(text.utf8), code, line, column, words)
    }

    var testDescription: String { name }
}

@Suite struct SyntaxProblemTests {
    @Test(arguments: [
        RefusedText("a: 1\n---\nb: 2\n", .unsupported, 2, 1, "several documents"),
        RefusedText("a: 1\n...\n%YAML 1.2\n---\nb\n", .unsupported, 3, 1, "several documents"),
        RefusedText("a: 1\n--- a/file\nb: 2\n", .unsupported, 2, 1, "a line of a diff"),
        RefusedText("UTF-16 little", [0xFF, 0xFE, 0x61, 0], .unsupported, 1, 1, "UTF-16"),
        RefusedText("UTF-16 big", [0xFE, 0xFF, 0, 0x61], .unsupported, 1, 1, "UTF-16"),
        RefusedText("UTF-16 without mark", [0x61, 0, 0x3A, 0], .unsupported, 1, 1, "UTF-16"),
        RefusedText("UTF-32", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .unsupported, 1, 1, "UTF-32"),
        RefusedText("UTF-32 without mark", [0, 0, 0, 0x61], .unsupported, 1, 1, "UTF-32"),
        RefusedText("invalid", Array("é: 1\né ".utf8) + [0xFF], .unsupported, 2, 3, "not valid UTF-8"),
        RefusedText("overlong", [0x61, 0xC0, 0x80], .unsupported, 1, 2, "not valid UTF-8"),
        RefusedText("surrogate", [0xED, 0xA0, 0x80], .unsupported, 1, 1, "not valid UTF-8"),
        RefusedText("cut off", [0x61, 0xE2, 0x82], .unsupported, 1, 2, "not valid UTF-8"),
        RefusedText("NUL", Array("a: 1\nb: \0\n".utf8), .unsupported, 2, 4, "NUL"),
        RefusedText("a: \u{1}\n", .unsupported, 1, 4, "control character U+01"),
        RefusedText("a: \u{7F}\n", .unsupported, 1, 4, "control character U+7F"),
        RefusedText("a: \u{9F}\n", .unsupported, 1, 4, "U+9F"),
        RefusedText("a: \u{FFFE}\n", .unsupported, 1, 4, "U+FFFE"),
        RefusedText(String(repeating: "[", count: 100_000), .unsupported, 1, 513, "512 levels"),
        RefusedText(String(repeating: "- ", count: 100_000), .unsupported, 1, 1025, "512 levels"),
        RefusedText(String(repeating: "{a: ", count: 100_000), .unsupported, 1, 2049, "512 levels"),
        RefusedText(
            (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), .unsupported, 513, 513, "512 levels"
        ),
        RefusedText(
            "too large", [UInt8](repeating: 0x61, count: DocumentLimits.size + 1), .unsupported, 0, 0, "the limit is"),
        RefusedText(
            "too many",
            Array("[".utf8)
                + [UInt8](repeating: 0x2C, count: 2 * DocumentLimits.nodes).enumerated().map {
                    $0.offset % 2 == 0 ? 0x61 : $0.element
                }, .unsupported, 1, 2 * DocumentLimits.nodes - 1, "more than \(DocumentLimits.nodes)"),
        RefusedText("%FOO\n---\na: 1\n", .syntax, 1, 5, "no %YAML or %TAG"),
        RefusedText("a: *x\n", .syntax, 1, 4, "no anchor &x"),
        RefusedText("a: &x [*x]\n", .unsupported, 1, 8, "inside the node"),
        RefusedText("a:\n\t- b\n", .syntax, 2, 1, "tab"),
        RefusedText("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", .syntax, 2, 1, "merge conflict"),
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
        RefusedText("a: b\nc\n", .syntax, 2, 1, "without a ':'"),
        RefusedText("a: b\nc=d\n", .syntax, 2, 2, "'='"), RefusedText("a: 1\nb:2\n", .syntax, 2, 2, "behind the ':'"),
        RefusedText("a:2\nb: 1\n", .syntax, 1, 2, "behind the ':'"),
        RefusedText("a:\n  - b\n  -c\nd: 1\n", .syntax, 3, 3, "the '-'"),
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
        RefusedText("a\n  - b\nc: 1\n", .syntax, 1, 1, "a key without"),
        RefusedText("a:\n- b\n* c\n", .syntax, 3, 1, "not with '*'"),
        RefusedText("a:\n- b\n– c\n", .syntax, 3, 1, "not with '–' (U+2013)"),
        RefusedText("a:\n- b\n\u{A0}- c\n", .syntax, 3, 1, "no-break space (U+00A0)"),
        RefusedText("a: 1\nb:\u{200B}2\n", .syntax, 2, 3, "invisible character (U+200B)"),
        RefusedText("```yaml\na: 1\n```\n", .syntax, 1, 1, "block of code"),
        RefusedText("a: 1\n$ cat x\n", .syntax, 2, 1, "terminal"),
        RefusedText("(base) $ cat x\na: 1\n", .syntax, 1, 1, "terminal"),
        RefusedText("u@h:~$ cat x\na: 1\n", .syntax, 1, 1, "terminal"),
        RefusedText("cat > x <<EOF\na: 1\nEOF\n", .syntax, 1, 1, "terminal"),
        RefusedText("a: 1\n:wq\n", .syntax, 2, 1, "an editor"),
        RefusedText("1 a:\n2   - b\n", .syntax, 1, 1, "numbered"),
        RefusedText("  1 | a:\n  2 |   - b\n", .syntax, 1, 3, "numbered"),
        RefusedText("{% if a %}\nb: 1\n", .syntax, 1, 1, "template"),
        RefusedText("// a\nb: 1\n", .syntax, 1, 1, "begins with '#'"),
        RefusedText("{\n  \"a\": [1], // b\n  \"c\": 1\n}\n", .syntax, 2, 13, "begins with '#'"),
        RefusedText("+a:\n+  - b\n", .syntax, 1, 1, "a diff"),
        RefusedText("--- a/x\n+++ b/x\n@@ -1 +1 @@\n a: 1\n", .syntax, 1, 1, "a diff"),
        RefusedText("> a:\n>   - b\n", .syntax, 1, 1, "a quotation"),
        RefusedText("%YAML 1.2\na: 1\n", .syntax, 1, 1, "a directive"),
    ])
    func `what cannot be read is refused with its place`(test: RefusedText) {
        do {
            _ = try YAMLDocument(test.bytes)
            Issue.record("\(test.name): was read")
        } catch {
            #expect(error.code == test.code, "\(test.name): \(error)")
            #expect(error.location == test.location, "\(test.name): \(error)")
            #expect(error.message.contains(test.words), "\(test.name): \(error)")
            #expect(error.hint != nil, "\(test.name): \(error)")
        }
    }

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
