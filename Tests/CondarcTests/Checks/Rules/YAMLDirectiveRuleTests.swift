import Testing

@testable import Condarc

@Suite struct YAMLDirectiveRuleTests {
    @Test func `why it is no good is told`() throws {
        let text = "# of old\n%YAML 1.1 # as before\n---\nalways_yes: true\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:1-2:10: warning: this directive also counts for the files that conda reads later
                  hint: remove the line
                """)
    }

    @Test(
        arguments: [
            ("\u{FEFF}%YAML 1.2\r\n---\r\noffline: true\r\n", ["1:1 yaml-directive"]),
            ("%YAML 1.1\n---\n", ["1:1 yaml-directive"]),
            ("# condarc-tool: ignore[yaml-directive]\n%YAML 1.1\n---\noffline: true\n", []),
            ("%TAG !x! tag:example.org,2026:\n---\noffline: true\n", []),
            ("# %YAML 1.1\n---\noffline: true\n", []), ("env_prompt: '%YAML 1.1'\n", []),
        ] as [(String, [String])])
    func `only such a line in front of the document is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
