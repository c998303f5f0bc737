import Testing

@testable import Condarc

@Suite struct `Checking a file` {
    @Test func `what is remembered of files before changes nothing`() throws {
        let texts = [
            "channels: [defaults]\n", "channels: [defaults]\ndefault_channels: [https://conda.example.org/a]\n",
            "denylist_channels: [main]\n", "denylist_channels: [main]\nchannel_alias: https://h:x\n",
            "custom_channels: {main: https://h.example}\nchannels: [main, 'https://h:99999/a']\ndenylist_channels: [main]\n",
        ]
        let memory = CheckMemory()
        let checker = try CheckingText(select: ["all"], forbidden: ["https://repo.anaconda.com"]).checker()
        for text in texts + texts.reversed() {
            let bytes = Array(text.utf8)
            #expect(
                checker.findings(path: "x", bytes: bytes, memory: memory) == checker.findings(path: "x", bytes: bytes))
        }
    }

    @Test(
        arguments: [
            ("", []),
            ("# nothing\n", []),
            ("channels:\n", []),
            ("anaconda_anon_usage: true\n", []),
            ("a: 1\na: 2\n", ["1:1 unknown-parameter", "2:1 duplicate-key"]),
            ("offline: true\nx: 2020-01-01\n", ["2:1 unknown-parameter", "2:4 unreadable-value"]),
            (
                "channels: ['', '<name>', b\", --x, '#x', 'a // b', ab::c, ab:wq, localhost:80/a, 'a\u{A0}', 1.10, true]\n",
                ["1:12 invalid-channel-name", "1:16 doubtful-value"]
                    + [26, 30, 35, 41, 51, 58, 65].map { "1:\($0) invalid-channel-name" }
                    + [81, 87, 93].map { "1:\($0) doubtful-value" }
            ),
            (
                "proxy_servers:\n  http: http://u:pa #ss@proxy\n  https: http://p:80 #me@x\n",
                ["2:9 secret-in-url", "2:9 doubtful-value"]
            ),
        ] as [(String, [String])])
    func `findings have their line and column`(_ text: String, _ expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test func `all that rules find comes in the order of the lines`() throws {
        let text = "channels: [a, a]\nssl_verify: false\nnope: 1\n"
        #expect(
            try CheckingText().places(text) == ["1:15 duplicate-channel", "2:13 insecure-ssl", "3:1 unknown-parameter"])
    }

    @Test func `variables of the environment are checked by their names`() throws {
        let variables = ["CONDA_ALWAYS_YES": "maybe", "CONDA_PROXY_SERVERS": "x", "CONDA_CHANNELS": "a,a"]
        let findings = try CheckingText().findings(variables: variables)
        #expect(
            Set(findings.map { "\($0.path) \($0.rule)" }) == [
                "$CONDA_ALWAYS_YES wrong-type", "$CONDA_PROXY_SERVERS wrong-type", "$CONDA_CHANNELS duplicate-channel",
            ])
    }
}
