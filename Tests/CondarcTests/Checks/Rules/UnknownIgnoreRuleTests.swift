import Testing

@testable import Condarc

@Suite struct UnknownIgnoreRuleTests {
    @Test(
        arguments: [
            ("offline: true # é condarc-tool: ignore[x]\n", []),
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
