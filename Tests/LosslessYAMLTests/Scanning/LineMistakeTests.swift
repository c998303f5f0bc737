import Testing

@testable import LosslessYAML

@Suite struct LineMistakeTests {
    @Test(arguments: [
        RefusedText("a: 1\n--- a/file\nb: 2\n", .unsupported, 2, 1, "a line of a diff"),
        RefusedText("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", .syntax, 2, 1, "merge conflict"),
        RefusedText("a: b\nc\n", .syntax, 2, 1, "without a ':'"),
        RefusedText("a: b\nc=d\n", .syntax, 2, 2, "'='"),
        RefusedText("a: 1\nb:2\n", .syntax, 2, 2, "behind the ':'"),
        RefusedText("a:2\nb: 1\n", .syntax, 1, 2, "behind the ':'"),
        RefusedText("a:\n  - b\n  -c\nd: 1\n", .syntax, 3, 3, "the '-'"),
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
    ])
    func `a line that is no YAML is told by what was meant`(test: RefusedText) { test.check() }
}
