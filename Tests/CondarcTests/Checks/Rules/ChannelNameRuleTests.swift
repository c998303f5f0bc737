import Testing

@testable import Condarc

@Suite struct ChannelNameRuleTests {
    @Test(arguments: [
        ("conda-forge", false), ("a_b/C9", false), ("https://conda.example.org/a.b/c", false),
        ("https://www.anaconda.org/a", true), ("https://ANACONDA.org/a", true), ("https://h/a/x-1-0.conda//", true),
        ("https://h/a.tar.bz2", true), ("https://h/noarch/repodata.json.zst", true), ("https://h/x.conda/t/ab-1", true),
        ("https://h/x.condarc", false), ("https://repo.conda", false), ("https://h", false), ("ab:c", true),
    ])
    func `a channel that is plainly one is told from others at one look`(text: String, isWrong: Bool) throws {
        let places = try CheckingText(select: ["invalid-channel-name"]).places("channels: ['\(text)']\n")
        #expect(places == (isWrong ? ["1:12 invalid-channel-name"] : []))
    }

    @Test func `the item is shown, and what to write in its place`() throws {
        #expect(
            try CheckingText().findings("channels:\n  - conda-forge, bioconda\n").told == """
                2:5-2:26: warning: channels: 'conda-forge, bioconda' is one item with a blank or comma in it
                  hint: write each channel as an item of its own, as in [conda-forge, bioconda]
                """)
    }

    @Test(
        arguments: [
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
                "default_channels: ['a,b']\ncustom_multichannels: {m: ['c,d']}\n",
                ["1:20 invalid-channel-name", "2:28 invalid-channel-name"]
            ),
            (
                "allowlist_channels: ['a,b']\ndenylist_channels: ['c,d']\n",
                ["1:22 invalid-channel-name", "2:21 invalid-channel-name"]
            ),
        ] as [(String, [String])])
    func `web pages and files are none, and what is a path or a number may be one`(text: String, expected: [String])
        throws
    {
        #expect(try CheckingText().places(text) == expected)
    }
}
