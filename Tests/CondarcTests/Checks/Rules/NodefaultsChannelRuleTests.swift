import Testing

@testable import Condarc

@Suite struct NodefaultsChannelRuleTests {
    @Test func `what it is here is told`() throws {
        let text = "channels:\n  - conda-forge\n  - nodefaults # as in environment.yml\n"
        #expect(
            try CheckingText().findings(text).told == """
                3:5-3:15: warning: channels: nodefaults is the name of a channel here, and hides none
                  hint: remove it, and list only the channels to use
                """)
    }

    @Test(
        arguments: [
            (
                "channel: [nodefaults]\ndefault_channels: [nodefaults]\n",
                ["1:11", "2:20"].map { $0 + " nodefaults-channel" }
            ),
            ("channels: [nodefaults/label/x, https://conda.anaconda.org/nodefaults]\n", []),
            ("denylist_channels: [nodefaults]\ncustom_multichannels: {m: [nodefaults]}\n", []),
        ] as [(String, [String])])
    func `only the bare word in a list of channels is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(arguments: [
        (
            "channels:\n  - nodefaults # no\n  # mine\n  - conda-forge #!top\n",
            "channels:\n  # mine\n  - conda-forge #!top\n"
        ),
        ("channels: [nodefaults]\n", "channels: []\n"), ("channel: [nodefaults, a]\n", "channel: [a]\n"),
        ("channels: nodefaults\n", "channels: []\n"),
        ("channels: &c [nodefaults]\ndefault_channels: *c\n", nil),
    ])
    func `it goes with the comment on its line`(text: String, after: String?) throws {
        #expect(try CheckingText().repaired(text) == after ?? text)
    }

    @Test func `a variable is not mended`() throws {
        let found = try CheckingText().findings(variables: ["CONDA_CHANNELS": "conda-forge,nodefaults"])
        #expect(found.map(\.rule) == ["nodefaults-channel"] && found.allSatisfy { $0.fix == nil })
    }
}
