import Testing

@testable import Condarc

@Suite struct ChannelNotAllowedRuleTests {
    @Test(arguments: [
        (
            "channels:\n  - conda-forge\n  - bioconda # tools\ndenylist_channels:\n  - bioconda\n",
            """
            3:5-3:13: error: channels: the channel 'bioconda' is on the denylist
              hint: remove it, or change denylist_channels
            """
        ),
        (
            "allowlist_channels: [bioconda]\nchannels: [conda-forge]\n",
            """
            2:12-2:23: error: channels: the channel 'conda-forge' is not on the allowlist
              hint: remove it, or add it to allowlist_channels
            """
        ),
    ])
    func `the channel and the list are told`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            // conda stops at the first one.
            ("channels: [a, b, c]\ndenylist_channels: [c, b]\n", ["1:15 channel-not-allowed"]),
            ("channels: [defaults]\ndenylist_channels: [pkgs/main]\n", ["1:12 channel-not-allowed"]),
            (
                "channels: [all]\ncustom_multichannels: {all: [a, b]}\ndenylist_channels: [b]\n",
                ["1:12 channel-not-allowed"]
            ),
            ("channels: [a]\nallowlist_channels: [a]\ndenylist_channels: [a]\n", ["1:12 channel-not-allowed"]),
            ("channels: [conda-forge]\nwhitelist_channels: ['https://conda.anaconda.org/conda-forge']\n", []),
            ("channels: [conda-forge]\nallowlist_channels: []\n", []),
            ("allowlist_channels: [conda-forge]\n", []),
            ("channels: [conda-forge/label/dev]\ndenylist_channels: [conda-forge]\n", []),
            ("default_channels: [bioconda]\nchannels: [conda-forge]\ndenylist_channels: [bioconda]\n", []),
        ] as [(String, [String])])
    func `channels are compared by what they stand for`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
