import Testing

@testable import Condarc

@Suite struct DenylistAmbiguousNameRuleTests {
    @Test func `the channel that it stands for is told, and Anaconda's own name`() throws {
        #expect(
            try CheckingText().findings("denylist_channels:\n  - main # not here\n").told == """
                2:5-2:9: warning: denylist_channels: 'main' is https://conda.anaconda.org/main
                  hint: write pkgs/main for Anaconda's own channel, or the URL
                """)
        // Behind the alias of a site, without the password of it.
        let text = "channel_alias: https://kim:made-up@mirror.example.org\nallowlist_channels: [r]\n"
        #expect(
            try CheckingText(ignore: ["secret-in-url"]).findings(text).told == """
                2:22-2:23: warning: allowlist_channels: 'r' is https://mirror.example.org/r
                  hint: write pkgs/r for Anaconda's own channel, or the URL
                """)
    }

    @Test(
        arguments: [
            (
                "whitelist_channels: [main, r, msys2, free, pro, archive, mro, mro-archive]\n",
                [22, 28, 31, 38, 44, 49, 58, 63].map { "1:\($0) denylist-ambiguous-name" }
            ),
            ("denylist_channels: [pkgs/main, defaults, main/label/dev, 'https://conda.anaconda.org/main']\n", []),
            ("denylist_channels: [main]\ncustom_channels: {main: 'https://repo.anaconda.com/pkgs'}\n", []),
            ("denylist_channels: [main]\ncustom_multichannels: {main: [conda-forge]}\n", []),
            ("channels: [main]\n", []),
        ] as [(String, [String])])
    func `names that mean what they seem to are let pass`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
