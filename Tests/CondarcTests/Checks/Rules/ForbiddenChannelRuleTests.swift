import Testing

@testable import Condarc

@Suite struct ForbiddenChannelRuleTests {
    @Test(
        arguments: [
            ("acme", "channels: [acme]\n", 1),
            ("ACME", "channels: [Acme]\n", 1),
            ("acme", "channels: [acme/label/dev]\n", 1),
            ("acme", "channels: [acmes]\n", 0),
            ("acme*", "channels: [acmes]\n", 1),
            ("acme", "channels: ['https://conda.anaconda.org/acme/linux-64']\n", 1),
            ("acme", "channels: ['https://other.example/acme']\n", 1),
            ("conda.anaconda.org/acme", "channels: [acme]\n", 1),
            ("https://conda.anaconda.org/acme", "channels: [acme]\n", 1),
            ("http://conda.anaconda.org/acme", "channels: [acme]\n", 0),
            ("https://conda.anaconda.org/*", "channels: [acme, other]\n", 2),
            ("conda.anaconda.org", "channels: [acme]\nchannel_alias: https://mirror.example\n", 0),
            ("mirror.example", "channels: [acme]\nchannel_alias: https://mirror.example\n", 2),
            ("bad.example", "custom_channels: {x: 'https://bad.example/y'}\nchannels: [x]\n", 2),
            ("bad.example", "custom_multichannels: {all: [a, 'https://bad.example/y']}\nchannels: [all]\n", 2),
            ("repo.anaconda.com", "channels: [defaults]\n", 1),
            ("bad.example", "default_channels: ['https://bad.example/y']\n", 1),
            ("bad.example", "channels: ['https://user:pw@bad.example/t/made-up-1/y']\n", 1),
            ("acme", "denylist_channels: [acme]\n", 0),
        ] as [(String, String, Int)])
    func `are found by name, URL and what they stand for`(_ pattern: String, _ text: String, _ count: Int) throws {
        let found = try CheckingText(ignore: ["secret-in-url"], forbidden: [pattern]).findings(text)
        #expect(found.map(\.rule) == Array(repeating: "forbidden-channel", count: count))
    }

    @Test func `what a name stands for and the pattern are told`() throws {
        let text = "channels:\n  - conda-forge\n  - team\ncustom_channels:\n  team: https://bad.example/acme\n"
        #expect(
            try CheckingText(forbidden: ["conda-forge", "bad.example"]).findings(text).told == """
                2:5-2:16: error: channels: 'conda-forge' is forbidden
                  hint: forbidden by the pattern 'conda-forge'
                3:5-3:9: error: channels: 'team' is forbidden: it stands for https://bad.example/acme/team
                  hint: forbidden by the pattern 'bad.example'
                5:9-5:33: error: custom_channels: 'https://bad.example/acme' is forbidden
                  hint: forbidden by the pattern 'bad.example'
                """)
    }
}
