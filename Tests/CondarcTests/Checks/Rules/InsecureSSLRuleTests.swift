import Testing

@testable import Condarc

@Suite struct InsecureSSLRuleTests {
    @Test func `what it means and what to write are told`() throws {
        let text = "channels: [conda-forge]\nssl_verify: False # proxy\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:13-2:18: warning: servers need not prove who they are
                  hint: set ssl_verify to truststore, or to the file with your organization's certificates
                """)
    }

    @Test(
        arguments: [
            ("ssl_verify: false  #!final\n", ["1:13 insecure-ssl"]),
            ("verify_ssl: no\n", ["1:13 insecure-ssl"]),
            ("ssl_verify: 'off '\n", ["1:13 insecure-ssl"]),
            ("ssl_verify: 0\n", ["1:13 insecure-ssl"]),
            ("ssl_verify: none\n", ["1:13 insecure-ssl"]),
            ("ssl_verify: true\n", []), ("ssl_verify: 'on'\n", []), ("ssl_verify: 1\n", []),
            ("ssl_verify: truststore\n", []), ("ssl_verify: /etc/ca.pem\n", []),
            ("ssl_verify: [false]\n", ["1:13 wrong-type"]),
            ("offline: false\nallow_softlinks: no\n", []),
        ] as [(String, [String])])
    func `all words for no are found`(text: String, expected: [String]) throws {
        #expect(try CheckingText(paths: ["/etc/ca.pem"]).places(text) == expected)
    }

    @Test func `a variable is told by its name`() throws {
        let found = try CheckingText().findings(variables: ["CONDA_SSL_VERIFY": "false"])
        #expect(found.map(\.path) == ["$CONDA_SSL_VERIFY"] && found.map(\.rule) == ["insecure-ssl"])
    }
}
