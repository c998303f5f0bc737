import LosslessYAML
import Testing

@testable import Condarc

/// Two files: that of the base installation is the weaker one.
private func both(_ base: String, _ user: String) -> Configuration {
    .made(["/base/.condarc": base, "/home/u/.condarc": user])
}

@Suite struct `Merging` {
    @Test(
        arguments: [
            ("channels: [a, b]\n", "channels: [c, a]\n", ["c", "a", "b"] as YAMLValue),
            ("channels:\n  - s1\n  - s2 #!top\n", "channels: [u1, u2]\n", ["s2", "u1", "u2", "s1"]),
            (
                "channels:\n  - s1 #!bottom\n  - s2 #!top\n  - s3\n",
                "channels:\n  - u1 #!top\n  - u2 #!bottom\n  - u3\n",
                ["s2", "u1", "u3", "s3", "u2", "s1"]
            ),
            ("channels:\n  - x #!top\n  - s\n", "channels:\n  - x #!bottom\n  - u\n", ["u", "s", "x"]),
            ("channels: #!final\n  - s\n", "channels: [u]\n", ["s"]), ("channels: [s]\n", "channels: []\n", ["s"]),
            ("channels: [s]\n", "channels:\n", ["s"]), ("channels: #!final\nquiet: true\n", "channels: [u]\n", ["u"]),
            ("channel: [s]\n", "channels: [u]\n", ["u", "s"]), ("channels: [1, 1.0, true, '1']\n", "", ["1", "1"]),
        ] as [(String, String, YAMLValue)])
    func `lists`(_ base: String, _ user: String, _ expected: YAMLValue) throws {
        #expect(try both(base, user).value("channels") == expected)
    }

    @Test(
        arguments: [
            ("always_yes: false\n", "always_yes: true\n", true as YAMLValue),
            ("always_yes: false #!final\n", "always_yes: true #!final\n", false),
            ("always_yes: true\n", "always_yes: ~\n", .null),
            ("always_yes: true\n", "quiet: true\n", true),
        ] as [(String, String, YAMLValue)])
    func `single values`(_ base: String, _ user: String, _ expected: YAMLValue) throws {
        #expect(try both(base, user).value("always_yes") == expected)
    }

    private static func map(_ entries: (String, YAMLValue)...) -> YAMLValue {
        .mapping(entries.map { YAMLPair(key: .string($0.0), value: $0.1) })
    }

    @Test(
        arguments: [
            ("{a: 1, b: 2}", "{b: 3, c: 4}", map(("a", "1"), ("b", "3"), ("c", "4"))),
            ("\n  a: x #!final\n  b: y", "{a: z, b: z}", map(("a", "x"), ("b", "z"))),
            (" #!final\n  a: x", "{b: z}", map(("a", "x"))), ("{a: x}", "{a: null}", map(("a", .null))),
            ("{a: x}", "~", map(("a", "x"))),
        ] as [(String, String, YAMLValue)])
    func `maps`(_ base: String, _ user: String, _ expected: YAMLValue) throws {
        let value = try both("proxy_servers: \(base)\n", "proxy_servers: \(user)\n").value("proxy_servers")
        #expect(value.isEquivalent(to: expected))
    }

    @Test func `lists inside maps are merged like lists, but a final one counts alone`() throws {
        let merged = both(
            "custom_multichannels: {s: [a], f: [a]}\n", "custom_multichannels:\n  s: [b]\n  f: [b] #!final\n")
        #expect(try merged.value("custom_multichannels").isEquivalent(to: Self.map(("s", ["b", "a"]), ("f", ["b"]))))
    }

    @Test func `every item knows its line`() throws {
        let items = try #require(
            both("channels:\n  - a\n  - b\n", "# mine\nchannels: [c, a]\n").traced("channels").items)
        #expect(items.map(\.origin.description) == ["/home/u/.condarc:2", "/home/u/.condarc:2", "/base/.condarc:3"])
        #expect(items.map(\.origin.column) == [12, 15, 5])
    }

    @Test func `without any source a value is conda's own`() throws {
        let value = try Configuration.made([:]).traced("default_channels")
        #expect(value.origin == .builtIn)
        #expect(value.items?.count == 2)
    }

    @Test func `variables are expanded where conda expands them`() throws {
        let text = "channels: ['$A/x', '$NONE']\nenv_prompt: $A\n"
        let configuration = Configuration.made(["/home/u/.condarc": text], environment: ["A": "v"])
        #expect(try configuration.value("channels") == ["v/x", "$NONE"])
        #expect(try configuration.value("env_prompt") == "$A")
    }

    @Test func `a broken file is named and hides no other`() throws {
        let configuration = Configuration.made(
            ["/base/.condarc": "channels: [a\n", "/home/u/.condarc": "channels: [b]\n"],
            unreadable: ["/home/u/.conda/.condarc"])
        #expect(configuration.failures.map(\.path) == ["/base/.condarc", "/home/u/.conda/.condarc"])
        #expect(configuration.failures.map(\.code) == [.syntax, .unreadable])
        #expect(try configuration.value("channels") == ["b"])
    }

    @Test func `a directory of files that cannot be listed is passed over, and named`() throws {
        let configuration = Configuration.made(
            ["/home/u/.condarc": "offline: true\n", "/home/u/.conda/condarc.d/a.yml": "offline: false\n"],
            unreadable: ["/home/u/.conda/condarc.d"])
        #expect(configuration.failures.isEmpty)
        #expect(configuration.passedOver.map(\.path) == ["/home/u/.conda/condarc.d"])
        #expect(try configuration.value("offline") == true)
    }

    @Test(arguments: [
        ("channels: a\n", 11), ("channels:\n  x: y\n", 3), ("proxy_servers: [a]\n", 16), ("quiet: [true]\n", 8),
        ("channels:\n  - [a]\n", 5), ("custom_multichannels: {s: a}\n", 27), ("quiet: perhaps\n", 8),
        ("channel_settings: [a]\n", 20),
    ])
    func `a wrong value is named with its place`(_ text: String, _ column: Int) {
        let problems = Configuration.made(["/home/u/.condarc": text]).problems()
        #expect(problems.map(\.path) == ["/home/u/.condarc"])
        #expect(problems.map(\.column) == [column])
    }

    @Test(arguments: ["always_copy: true\nalways_softlink: true\n", "client_ssl_cert_key: k\n"])
    func `values that exclude each other are named`(_ text: String) {
        #expect(Configuration.made(["/home/u/.condarc": text]).problems().map(\.code) == [.contradiction])
    }

}
