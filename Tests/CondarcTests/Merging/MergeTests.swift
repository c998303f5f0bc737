import LosslessYAML
import Testing

@testable import Condarc

@Suite struct MergeTests {
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
        #expect(try Configuration.both(base, user).value("channels") == expected)
    }

    @Test(
        arguments: [
            ("always_yes: false\n", "always_yes: true\n", true as YAMLValue),
            ("always_yes: false #!final\n", "always_yes: true #!final\n", false),
            ("always_yes: true\n", "always_yes: ~\n", .null),
            ("always_yes: true\n", "quiet: true\n", true),
        ] as [(String, String, YAMLValue)])
    func `single values`(_ base: String, _ user: String, _ expected: YAMLValue) throws {
        #expect(try Configuration.both(base, user).value("always_yes") == expected)
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
        let value = try Configuration.both("proxy_servers: \(base)\n", "proxy_servers: \(user)\n").value(
            "proxy_servers")
        #expect(value.isEquivalent(to: expected))
    }

    @Test func `lists inside maps are merged like lists, but a final one counts alone`() throws {
        let merged = Configuration.both(
            "custom_multichannels: {s: [a], f: [a]}\n", "custom_multichannels:\n  s: [b]\n  f: [b] #!final\n")
        #expect(try merged.value("custom_multichannels").isEquivalent(to: Self.map(("s", ["b", "a"]), ("f", ["b"]))))
    }
}

extension Configuration {
    /// Two files: that of the base installation is the weaker one.
    static func both(_ base: String, _ user: String) -> Configuration {
        .made(["/base/.condarc": base, "/home/u/.condarc": user])
    }
}
