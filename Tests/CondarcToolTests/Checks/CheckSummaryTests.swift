import Testing

@testable import CondarcTool

@Suite struct CheckSummaryTests {
    @Test(arguments: [
        ("offline: true\n", "1 file checked, nothing found\n"), ("ssl_verify: false\n", "1 file checked: 1 warning\n"),
        ("channels: [a, a]\nssl_verify: false\n", "1 file checked: 2 warnings; --fix mends 1\n"),
    ])
    func `the summary counts`(condarc: String, summary: String) throws {
        let outcome = try ToolHome(condarc: condarc).run(["check", "HOME/.condarc"])
        #expect(
            (outcome.errors + outcome.output).hasSuffix("condarc-tool: " + summary) || outcome.errors.contains(summary),
            "\(outcome.errors)")
    }
}
