import Testing

@testable import Condarc

@Suite struct DoubledSegmentRuleTests {
    @Test func `the end of the address and what to take off are told`() throws {
        let text = """
            channel_alias: https://conda.example.org/stable
            channels: [conda-forge, stable]
            custom_channels:
              team: https://conda.example.org/team/

            """
        #expect(
            try CheckingText().findings(text).told == """
                1:16-1:48: warning: channel_alias: conda looks for 'stable' at …/stable/stable
                  hint: take /stable off the end of the URL
                4:9-4:40: warning: custom_channels: conda looks for 'team' at …/team/team
                  hint: take /team off the end of the URL
                """)
    }

    @Test(
        arguments: [
            ("custom_channels:\n  /a/b/: https://h.example/a/b\n", ["2:10 doubled-path-segment"]),
            ("custom_channels: {a: file:///srv/a}\n", ["1:22 doubled-path-segment"]),
            ("custom_channels:\n  team: https://h.example/steam\n", []),
            ("custom_channels:\n  team: https://h.example/team/x\n", []),
            ("custom_channels: {team: 'https://h.example'}\n", []),
            // It is no URL, which is told by itself.
            ("custom_channels: {team: /srv/team}\n", ["1:25 unknown-scheme"]),
            ("channel_alias: https://h.example/stable/\nchannels: [stable]\n", ["1:16 doubled-path-segment"]),
            ("channel_alias: https://h.example/stable\nchannels: [unstable, able, stable/label/x]\n", []),
            ("channel_alias: https://h.example/a/b\nchannels: [a/b]\n", []),
            ("channel_alias: https://h.example/stable\n", []),
            // It is conda-forge itself, which is told by itself.
            (
                "channel_alias: https://conda.anaconda.org/conda-forge\nchannels: [conda-forge]\n",
                ["1:16 doubtful-value"]
            ),
        ] as [(String, [String])])
    func `only a name at the very end is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
        let own = expected.filter { $0.hasSuffix("doubled-path-segment") }
        #expect(try CheckingText(select: ["doubled-path-segment"]).places(text) == own)
    }

    @Test(arguments: [
        "channel_alias: https://h.example/x\nchannels: [x]\ncustom_channels: {x: 'https://conda.example.org'}\n",
        "channel_alias: https://h.example/x\nchannels: [x]\ncustom_multichannels: {x: [conda-forge]}\n",
        "channel_alias: https://h.example/defaults\nchannels: [defaults]\n",
    ])
    func `a channel that is not looked for behind the alias is let pass`(text: String) throws {
        #expect(try CheckingText().places(text) == [])
    }
}
