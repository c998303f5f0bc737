import Testing

@testable import Condarc

@Suite struct `Mending what has one safe fix` {
    @Test(
        arguments: [
            (
                "# mine\nchannels:\n  - a # one\n  - b\n  - a # two\n  -\n  - b\nnope: 1\n",
                "# mine\nchannels:\n  - a # one\n  - b\nnope: 1\n", ["unknown-parameter"]
            ),
            (
                "channels: conda-forge\nverify_ssl: true\nssl_verify: true\n",
                "channels:\n  - conda-forge\nssl_verify: true\n", []
            ),
            ("channels: a,b\n", "channels:\n  - a\n  - b\n", []),
            ("verify_ssl: true\nssl_verify: x\n", "verify_ssl: true\nssl_verify: x\n", ["alias-conflict"]),
            ("channels:\n  - a #!top\n  - b\n  - a\n", "channels:\n  - a #!top\n  - b\n  - a\n", ["duplicate-channel"]),
            (
                "exclude_newer: 2026-01-31 # then\r\nx: 2020-02-02\r\nchannels: [a, a]\r\n",
                "exclude_newer: '2026-01-31' # then\r\nx: '2020-02-02'\r\nchannels: [a]\r\n", ["unknown-parameter"]
            ),
            (
                "channels: &c [a, a]\ndefault_channels: *c\n", "channels: &c [a, a]\ndefault_channels: *c\n",
                ["duplicate-channel", "duplicate-channel"]
            ),
            (
                "channels:\ta, https://b.example/c # x\noffline:\t\ttrue\n",
                "channels: # x\n  - a\n  - https://b.example/c\noffline:  true\n", []
            ),
            (
                "default_python: 3.10 # mine\nchannels: [1.10, a]\n",
                "default_python: '3.10' # mine\nchannels: ['1.10', a]\n", []
            ),
            ("channels: a, b (mine)\n", "channels: a, b (mine)\n", ["wrong-type"]),
            ("ssl_verify: false # condarc-tool: ignore\n", "ssl_verify: false # condarc-tool: ignore\n", []),
            ("channels: [a\n", "channels: [a\n", ["syntax"]),
            (
                "channels: [a, a]\nchannels: [b]\n", "channels: [a, a]\nchannels: [b]\n",
                ["duplicate-channel", "duplicate-key"]
            ),
        ] as [(String, String, [String])])
    func `changes only the lines that need it`(_ text: String, _ expected: String, _ left: [String]) throws {
        let checker = try CheckingText(ignore: ["missing-file"]).checker()
        let repair = checker.repaired(path: "condarc", bytes: Array(text.utf8))
        #expect(String(decoding: repair.bytes, as: UTF8.self) == expected)
        #expect(repair.remaining.map(\.rule) == left)
        // What is called fixable is mended.
        #expect(repair.remaining.allSatisfy { $0.fix == nil })
        #expect(checker.repaired(path: "condarc", bytes: repair.bytes).bytes == repair.bytes)
    }

    @Test func `a fix that the file does not allow keeps no other from being made`() throws {
        let text = """
            custom_channels:
              a: https:/one.example
              b: https:/two.example
            channels: &c [x, x]
            default_channels: *c
            proxy_servers: {http: http:/p.example}
            custom_multichannels:
              m: [y, y, https:/three.example]

            """
        let repair = try CheckingText(select: ["unknown-scheme", "duplicate-channel"]).checker()
            .repaired(path: "condarc", bytes: Array(text.utf8))
        let expected = text.replacing(":/", with: "://").replacing("[y, y,", with: "[y,")
        #expect(String(decoding: repair.bytes, as: UTF8.self) == expected)
        #expect(repair.fixed.count == 5)
        #expect(repair.remaining.map(\.rule) == ["duplicate-channel", "duplicate-channel"])
    }
}
