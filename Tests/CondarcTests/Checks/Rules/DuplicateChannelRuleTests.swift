import Testing

@testable import Condarc

@Suite struct DuplicateChannelRuleTests {
    @Test func `the first one is told`() throws {
        let text = "channels:\n  - conda-forge\n  - bioconda\n  - conda-forge # again\n  - conda-forge\n"
        #expect(
            try CheckingText().findings(text).told == """
                4:5-4:16: warning: channels: 'conda-forge' stands in the list already
                  hint: the first one is on line 2
                  2:5: the first one
                5:5-5:16: warning: channels: 'conda-forge' stands in the list already
                  hint: the first one is on line 2
                  2:5: the first one
                """)
    }

    @Test(
        arguments: [
            ("channels: [a, a, a]\n", ["1:15 duplicate-channel", "1:18 duplicate-channel"]),
            ("default_channels: [a, a]\n", ["1:23 duplicate-channel"]),
            (
                "whitelist_channels: [a, a]\ndenylist_channels: [b, b]\n",
                ["1:25", "2:24"].map { $0 + " duplicate-channel" }
            ),
            ("custom_multichannels:\n  m: [a, b]\n  n: [a, b, b]\n", ["3:13 duplicate-channel"]),
            ("channels: [a, A, a/label/x, https://conda.anaconda.org/a]\n", []),
            ("channels: [a]\ndefault_channels: [a]\n", []),
            ("envs_dirs: [/srv/envs, /srv/envs]\n", []),
            // Empty items are another rule's.
            ("channels: [~, ~]\n", ["1:12 null-item", "1:15 null-item"]),
            ("channels:\n  - [a]\n  - [a]\n", ["2:5 wrong-type"]),
        ] as [(String, [String])])
    func `the same text in one list is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(arguments: [
        ("channels:\n  - a # one\n  # mine\n  - b\n  - a # two\n  - b\n", "channels:\n  - a # one\n  # mine\n  - b\n"),
        ("custom_multichannels: {m: [a, a]}\n", "custom_multichannels: {m: [a]}\n"),
        ("channels: [a, a] #!final\n", "channels: [a] #!final\n"),
        ("channels:\n  - a #!bottom\n  - a\n", nil), ("channels:\n  - a\n  - b #!top\n  - a\n", nil),
        ("channels: &c [a, a]\ndefault_channels: *c\n", nil),
    ])
    func `the later one goes, unless a flag stands behind an item`(text: String, after: String?) throws {
        #expect(try CheckingText().repaired(text) == after ?? text)
    }

    @Test func `a variable is not mended`() throws {
        let found = try CheckingText().findings(variables: ["CONDA_CHANNELS": "a,b,a"])
        #expect(found.map(\.rule) == ["duplicate-channel"])
        #expect(found.allSatisfy { !$0.hasLine && $0.fix == nil && $0.related == nil })
    }
}
