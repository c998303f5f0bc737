import CommandLineKit
import LosslessJSON
import Testing

@Suite struct JSONFindingsTests {
    @Test func `JSON is one object`() throws {
        let home = try ToolHome(condarc: "channels: [a, a]\n")
        let expected = """
            {"schema": 1, "findings": [{"rule": "duplicate-channel", "severity": "warning", "path": "HOME/.condarc", \
            "line": 1, "column": 15, "endLine": 1, "endColumn": 16, "message": "channels: 'a' stands in the list already", "hint": \
            "the first one is on line 1", "related": [{"line": 1, "column": 12, "endLine": 1, "endColumn": 13, "message": \
            "the first one"}], "fixable": true, "fix": {"edits": [{"line": 1, "column": 13, "endLine": 1, "endColumn": 16, \
            "text": ""}]}}], "files": 1, "checked": 1, "summary": {"error": 0, "warning": 1, \
            "note": 0}}

            """
        for arguments in [["--json"], ["--format", "json"]] {
            #expect(
                home.run(["check", "HOME/.condarc"] + arguments)
                    == .init(status: .negative, output: expected, errors: ""))
        }
    }
}
