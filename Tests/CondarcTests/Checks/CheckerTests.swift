import HostPlatform
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
            ("always_yes: yes\nchangeps1: 0\nverbosity: '3'\nlocal_repodata_ttl: 1.5\n", ["4:21 wrong-type"]),
            ("channels:\n  - a\n  - [b]\n  - {c: d}\n", ["3:5 wrong-type"]),
            ("proxy_servers:\n  - http\n", ["2:3 wrong-type"]),
            ("plugins: [a]\n", ["1:10 wrong-type"]),
            ("anaconda_anon_usage: true\n", []),
            ("channel_priority: true\nsafety_checks: true\n", ["2:16 invalid-choice"]),
            ("default_python: '5.0'\nlist_fields: [name, nome]\n", ["1:17 invalid-value", "2:14 invalid-value"]),
            ("a: 1\na: 2\n", ["1:1 unknown-parameter", "2:1 duplicate-key"]),
            ("proxy_servers:\n  http: a\n  http: b\n", ["3:3 duplicate-key"]),
            ("- a\n", ["1:1 syntax"]),
            ("a: [\n", ["2:1 syntax"]),
            ("a: 1\n---\nb: 2\n", ["2:1 syntax"]),
            ("offline: true\nx: 2020-01-01\n", ["2:1 unknown-parameter", "2:4 unreadable-value"]),
            ("always_copy: yes\nsoftlink: on\n", ["2:1 contradiction"]),
            ("always_copy: yes\nsoftlink: off\n", []),
            ("ssl_verify: false  #!final\n", ["1:13 insecure-ssl"]),
            ("verify_ssl: no\n", ["1:13 insecure-ssl"]),
            (
                "channel_alias: http://a.example\ncustom_channels:\n  x: HTTP://b.example\n",
                [
                    "1:16 insecure-channel", "3:6 insecure-channel",
                ]
            ),
            ("channels: ['http://localhost:8000/a', 'http://127.0.0.1/b', 'http://[::1]/c', 'file:///x']\n", []),
            ("channels:\n  - a\n  # !top\n  - b\n", ["3:3 ineffective-flag"]),
            ("channels:\n  - a\n  -\n  - null\n", ["3:4 null-item", "4:5 null-item"]),
            (
                "channels: ['', '<name>', b\", --x, '#x', 'a // b', ab::c, ab:wq, localhost:80/a, 'a\u{A0}', 1.10, true]\n",
                ["1:12 invalid-channel-name", "1:16 doubtful-value"]
                    + [26, 30, 35, 41, 51, 58, 65].map { "1:\($0) invalid-channel-name" }
                    + [81, 87, 93].map { "1:\($0) doubtful-value" }
            ),
            (
                "channels: [1.1, 2024, c:/x, ~/a, ./b, a/linux-64, '${X}:y', https://a.org/x,\n  https://h.org/a/noarch]\n",
                []
            ),
            (
                """
                channels:
                  - https://repo.anaconda.com/pkgs/main/linux-64/repodata.json
                  - https://anaconda.org/conda-forge
                  - https://h.example/x/a-1-0.conda

                """, (2...4).map { "\($0):5 invalid-channel-name" }
            ),
            (
                "remote_max_retries: -3\nverbosity: 99\nfetch_threads: 2.5\n",
                ["1:21 doubtful-value", "2:12 doubtful-value", "3:16 doubtful-value"]
            ),
            (
                "remote_max_retries: 0\nverbosity: -1\nremote_read_timeout_secs: 2.5\nfetch_threads: 2.0\nsolver: own\n",
                []
            ),
            (
                "pinned_packages: [python=3.11 numpy, numpy scipy, numpy 1.* py_0, python 3.11 h1_cpython]\n",
                ["1:19 doubtful-value", "1:38 doubtful-value"]
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
        let environment = Source.environment(
            .init(
                platform: .linux,
                environment: .init(["CONDA_ALWAYS_YES": "maybe", "CONDA_PROXY_SERVERS": "x", "CONDA_CHANNELS": "a,a"]),
                home: "/", currentDirectory: "/"))
        let findings = try CheckingText().checker().findings(environment: environment)
        #expect(
            Set(findings.map { "\($0.path) \($0.rule)" }) == [
                "$CONDA_ALWAYS_YES wrong-type", "$CONDA_PROXY_SERVERS wrong-type", "$CONDA_CHANNELS duplicate-channel",
            ])
    }
}
