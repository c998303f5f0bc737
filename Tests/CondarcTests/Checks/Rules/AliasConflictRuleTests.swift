import Testing

@testable import Condarc

@Suite struct AliasConflictRuleTests {
    @Test func `both names are told, and where the other one stands`() throws {
        let text = "# of the proxy\nssl_verify: truststore\nalways_yes: true\nverify_ssl: true # of old\n"
        #expect(
            try CheckingText().findings(text).told == """
                4:1-4:11: error: 'ssl_verify' and 'verify_ssl' are names of one parameter
                  hint: keep only ssl_verify; the other one is on line 2
                  2:1: the other one
                """)
    }

    @Test(
        arguments: [
            ("channel: [conda-forge]\nchannels: [bioconda]\n", ["2:1 alias-conflict"]),
            ("envs_dirs: [/srv/envs]\nenvs_path: [/srv/envs]\n", ["2:1 alias-conflict"]),
            ("always_yes: true\nauto_activate: false\n", []),
            // The same name twice is another rule's.
            ("yes: true\nyes: true\n", ["2:1 duplicate-key"]),
            ("proxy_servers: {http: http://p:80}\nplugins: {yes: 1}\nyes: true\n", []),
        ] as [(String, [String])])
    func `only two names of one parameter are found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(arguments: [
        ("verify_ssl: true # of old\nssl_verify: true # mine\n", "ssl_verify: true # mine\n"),
        ("channels: [conda-forge]\nchannel: [conda-forge]\n", "channels: [conda-forge]\n"),
        ("always_yes: true\nyes: 'true'\n", nil), ("yes: true #!final\nalways_yes: true\n", nil),
        ("yes: true\nalways_yes: true #!final\n", nil), ("yes: true\nyes: true\nalways_yes: true\n", nil),
    ])
    func `the alias goes where both say the same`(text: String, after: String?) throws {
        #expect(try CheckingText().repaired(text) == after ?? text)
    }

    @Test func `two variables of one parameter are found, and not mended`() throws {
        let found = try CheckingText().findings(variables: ["CONDA_ALWAYS_YES": "true", "CONDA_YES": "true"])
        #expect(found.map(\.rule) == ["alias-conflict"])
        #expect(found.allSatisfy { !$0.hasLine && $0.fix == nil && $0.related == nil })
    }
}
