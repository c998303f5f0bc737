import HostPlatform
import Testing

@testable import Condarc

@Suite struct UnknownParameterRuleTests {
    private func hint(_ text: String) throws -> String? {
        let findings = try CheckingText(select: ["unknown-parameter"]).findings(text)
        return findings.first { $0.rule == "unknown-parameter" }?.hint
    }

    @Test func `the key is told, and the nearest that conda knows`() throws {
        let text = "ssl_verify: true\nchanels: # mine\n  - conda-forge\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:1-2:8: warning: conda has no parameter 'chanels'
                  hint: did you mean 'channels'?
                """)
    }

    @Test(
        arguments: [
            (
                "channel_settings:\n  - channel: a\n    note: b\n  - chanel: a\n  - auth: a\n  - https://a/*: b\n  - {}\n",
                ["4:5 unknown-parameter", "5:5 unknown-parameter", "6:5 unknown-parameter", "7:5 unknown-parameter"]
            ),
            (
                "proxy_servers: {HTTP: a, 'htps': b, https://h: c, all: d, no_proxy: e, ftp: f, $X: g}\n",
                ["1:17 unknown-parameter", "1:26 unknown-parameter", "1:59 unknown-parameter"]
            ),
            (
                "proxy_servers:\nhttp: a\nchannel_settings:\nauth: a\n",
                ["2:1 unknown-parameter", "4:1 unknown-parameter"]
            ),
            ("nope: 1\nalso_nope: 2\n", ["1:1 unknown-parameter"]),
            ("plugins:\n  anything: [1, {a: b}]\n", []),
        ] as [(String, [String])])
    func `keys that conda does not know are found at their place`(_ text: String, _ expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(
        arguments: [
            ("chanels: [a]", "did you mean 'channels'?"),
            ("ssl: {verify: false}", "write it as one key: `ssl_verify: …`"),
            ("channel_priorty: strict", "did you mean 'channel_priority'?"),
            ("settings:\n  offline: true", "remove this line, and begin the lines below it in the first column"),
            ("http: http://p", "indent it below a line `proxy_servers:`"),
            ("conda-forge: true", "it is the name of a channel: write `- conda-forge` below `channels:`"),
            ("python: 3.10", "a package is no key: write `pinned_packages: [python=3.10]` to keep it to a version"),
            ("channels.remove: a", "channels is a list: remove its line `- a`"),
            ("proxy_servers.http: a", "write `proxy_servers:`, and `  http: …` on the line below"),
            (".condarc: a", "remove this line if it is the name of the file"),
            ("...: a", "remove it: something was left out there"),
        ])
    func `what was most likely meant is told`(text: String, hint: String) throws {
        #expect(try self.hint(text + "\n") == hint)
    }

    @Test(arguments: [
        "plugins: {any: 1}", "anaconda_anon_usage: true", "conda_build: {any: 1}",
        "proxy_servers: {http: a, https: b, https://h.example: c, all: d}",
        "channel_settings: [{channel: a, auth: b, extra: c}]",
    ])
    func `what another program reads is let pass`(text: String) throws {
        let found = try CheckingText().places(text + "\n").filter { $0.hasSuffix("unknown-parameter") }
        #expect(found == [])
    }

    @Test(arguments: [
        ("https://h.example/*", true), ("https://h.example/a", true), ("https://h.example/a/", false),
        ("https://h.example", false), ("h.example/*", false), ("*", false), ("conda-forge", true),
        ("https://$HOST/", true),
    ])
    func `a pattern of channel_settings that matches nothing is told`(channel: String, isRight: Bool) throws {
        let text = "channel_settings:\n  - channel: '\(channel)'\n    auth: a\n"
        #expect(
            try CheckingText(select: ["unknown-parameter"]).places(text).contains("2:14 unknown-parameter") == !isRight)
    }
}
