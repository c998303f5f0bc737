import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ChannelUseTests {
    private func uses(_ text: String) -> [ChannelUse] {
        SourceReader.source(path: "/f", bytes: Array(text.utf8)).settings.flatMap { setting in
            setting.parameter.map { ChannelUse.uses(in: setting, of: $0) } ?? []
        }
    }

    @Test(
        arguments: [
            ("channels: [a, ~, [b], c]\n", ["a", "c"]), ("channel: [a]\n", ["a"]), ("default_channels: [a]\n", ["a"]),
            ("channel_alias: https://h\n", ["https://h"]),
            ("custom_channels: {x: https://h, y: [b]}\n", ["https://h"]),
            ("custom_multichannels: {m: [a, b], n: c}\n", ["a", "b"]), ("denylist_channels: [a]\n", []),
            ("channels: a\n", []), ("channels: [1.5]\n", ["1.5"]),
        ] as [(String, [String])])
    func `every place that packages come from is one, and no other`(text: String, written: [String]) {
        #expect(uses(text).map(\.written) == written)
    }

    @Test(arguments: [
        ("channels: [a, b]\n", "channels: [b]\n"),
        ("custom_channels: {a: https://h, b: https://g}\n", "custom_channels: {b: https://g}\n"),
        ("channel_alias: https://h\n", ""),
        ("custom_multichannels: {m: [a, b]}\n", "custom_multichannels: {m: [b]}\n"),
    ])
    func `the edit takes away that one alone`(text: String, after: String) throws {
        let use = try #require(uses(text).first)
        let edited = String(decoding: try PolicyEdit.apply([use.removal], to: Array(text.utf8)), as: UTF8.self)
        #expect(edited == after || after.isEmpty && edited.allSatisfy { "{}\n".contains($0) })
    }

    @Test func `in a multichannel a name means no other multichannel`() throws {
        let configuration = Configuration.made([:])
        let resolver = try EffectiveConfiguration(configuration, facts: CheckingText.facts).channelResolver()
        func urls(_ text: String) -> [[String]] {
            uses(text).map { $0.channels(by: resolver, on: CheckingText.host).map(\.baseURL) }
        }
        #expect(urls("channels: [defaults]\n")[0].count == 2)
        #expect(urls("custom_multichannels: {m: [defaults]}\n") == [["https://conda.anaconda.org/defaults"]])
        #expect(urls("custom_channels: {x: https://h.example/y}\n") == [["https://h.example/y/x"]])
    }
}
