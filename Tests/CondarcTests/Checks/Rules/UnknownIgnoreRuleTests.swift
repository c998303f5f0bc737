import Testing

@testable import Condarc

@Suite struct UnknownIgnoreRuleTests {
    @Test(arguments: [
        (
            "offline: true # condarc-tool: ignore[insecure-ssi]\n",
            """
            1:38-1:50: warning: there is no rule 'insecure-ssi'
              hint: did you mean 'insecure-ssl'?
            """
        ),
        (
            "# condarc-tool: ignore-file[syntax, of-my-own]\noffline: true\n",
            """
            1:37-1:46: warning: there is no rule 'of-my-own'
              hint: all rules are listed by: condarc-tool check --explain
            """
        ),
        // A comment on a line of its own is no place for the name alone.
        (
            "# condarc-tool: ignore[Insecure-SSL]\noffline: true\n",
            """
            1:24-1:36: warning: there is no rule 'Insecure-SSL'
              hint: did you mean 'insecure-ssl'?
            """
        ),
    ])
    func `the name is told, and the nearest that is one`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            ("offline: true # é condarc-tool: ignore[x]\n", []),
            ("offline: true # condarc-tool: ignore[x, x]\n", ["1:38 unknown-ignore", "1:41 unknown-ignore"]),
            ("offline: true #  condarc-tool:  ignore[\tignore ]  é\n", ["1:41 unknown-ignore"]),
            ("offline: true # condarc-tool: ignore[insecure-ssl]\n", []),
            ("offline: true # condarc-tool: ignore[]\n", []), ("offline: true # condarc-tool: ignore\n", []),
            ("offline: true # condarc-tool: ignore[x\n", []), ("offline: true # condarc-tool: allow[x]\n", []),
            ("env_prompt: '# condarc-tool: ignore[x]'\n", []),
            // It may be suppressed like any other.
            ("offline: true # condarc-tool: ignore[x, unknown-ignore]\n", []),
        ] as [(String, [String])])
    func `only names in such a comment are looked at`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
