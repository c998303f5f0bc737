import Testing

@testable import Condarc

@Suite struct `Forbidden channels` {
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

    @Test(
        arguments: [
            ("", ["1:1"]),
            ("channels: []\n", ["1:1"]),
            ("offline: true\n", ["1:1"]),
            ("default_channels: []\n", []),
            ("default_channels: ['https://mirror.example/main']\n", []),
            ("channels: [conda-forge]\n", []),
            ("channels: [defaults]\n", ["1:12"]),
            ("channels: [defaults]\ndefault_channels: ['https://mirror.example/main']\n", []),
            ("channels: [defaults]\ncustom_multichannels:\n  defaults: [conda-forge]\n", []),
            ("channels: [main]\n", ["1:12"]),
            ("channels: [pkgs/main]\n", ["1:12"]),
            ("channels: [anaconda]\n", ["1:12"]),
            ("channels: [anaconda]\nchannel_alias: https://mirror.example\n", []),
            ("channels: ['https://repo.anaconda.com/pkgs/r/linux-64']\n", ["1:12"]),
            ("channels: [x]\ncustom_channels:\n  x: https://repo.anaconda.com/pkgs\n", ["1:12", "3:6"]),
            ("channels: [x]\ncustom_multichannels:\n  x: [main, conda-forge]\n", ["1:12", "3:7"]),
            ("channels: [x]\nchannel_alias: https://repo.anaconda.com/pkgs\n", ["1:12", "2:16"]),
            ("channels: ['https://repo.anaconda.cloud/repo/main']\n", []),
        ] as [(String, [String])])
    func `Anaconda's own are found wherever they come from`(_ text: String, _ places: [String]) throws {
        let found = try CheckingText(forbidsDefaults: true).findings(text)
        #expect(found.map { "\($0.line):\($0.column)" } == places)
        #expect(found.allSatisfy { $0.rule == "forbidden-defaults" })
    }
}
