import Testing

@testable import Condarc

@Suite struct SyntaxRuleTests {
    @Test(arguments: [
        (
            "# mine\nchannels: [conda-forge\nssl_verify: true\n",
            """
            3:11-3:12: error: a list in brackets misses a ',' or its ']' (it starts in line 2)
              hint: add the ',' or the ']'
              2:11: opened here
            """
        ),
        (
            "- conda-forge\n- bioconda\n",
            """
            1:1-2:11: error: the file holds a list, not a map of parameters
              hint: write the list's key on a line above it, such as `channels:`
            """
        ),
        (
            "ssl_verify=true\n",
            """
            1:11-1:12: error: a '=' stands where a ':' is due, so that the file holds no map of parameters
              hint: write `ssl_verify: true`
            """
        ),
    ])
    func `what is wrong is told at its place`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            ("- a\n", ["1:1 syntax"]), ("a: [\n", ["2:1 syntax"]), ("a: 1\n---\nb: 2\n", ["2:1 syntax"]),
            // Nothing else is told of a file that is not read.
            ("ssl_verify: false\nchannels: 'a\n", ["2:11 syntax"]),
            ("\u{0}", ["1:1 syntax"]),
            ("", []), ("# mine\n", []), ("{}\n", []), ("---\n...\n", []),
        ] as [(String, [String])])
    func `a file without anything is none`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test func `no comment suppresses it`() throws {
        let text = "# condarc-tool: ignore-file\nchannels: [conda-forge # condarc-tool: ignore[syntax]\n"
        #expect(try CheckingText().places(text) == ["3:1 syntax"])
    }
}
