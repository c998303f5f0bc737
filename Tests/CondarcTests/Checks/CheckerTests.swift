import HostPlatform
import Testing

@testable import Condarc

@Suite struct `Checking a file` {
    @Test(
        arguments: [
            ("", []),
            ("# nothing\n", []),
            ("channels:\n", []),
            ("always_yes: yes\nchangeps1: 0\nverbosity: '3'\nlocal_repodata_ttl: 1.5\n", ["4:21 wrong-type"]),
            ("channels:\n  - a\n  - [b]\n  - {c: d}\n", ["3:5 wrong-type", "4:5 wrong-type"]),
            ("proxy_servers:\n  - http\n", ["2:3 wrong-type"]),
            ("plugins:\n  anything: [1, {a: b}]\n", []),
            ("plugins: [a]\n", ["1:10 wrong-type"]),
            ("anaconda_anon_usage: true\n", []),
            ("nope: 1\nalso_nope: 2\n", ["1:1 unknown-parameter", "2:1 unknown-parameter"]),
            ("channel_priority: true\nsafety_checks: true\n", ["2:16 invalid-choice"]),
            ("default_python: '5.0'\nlist_fields: [name, nome]\n", ["1:17 invalid-value", "2:14 invalid-value"]),
            ("a: 1\na: 2\n", ["1:1 unknown-parameter", "2:1 duplicate-key", "2:1 unknown-parameter"]),
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
        ] as [(String, [String])])
    func `findings have their line and column`(_ text: String, _ expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test func `a file that certificates are read from must be there`() throws {
        let text = "ssl_verify: /etc/ca.pem\n"
        #expect(try CheckingText().places(text) == ["1:13 missing-file"])
        #expect(try CheckingText(paths: ["/etc/ca.pem"]).places(text) == [])
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
