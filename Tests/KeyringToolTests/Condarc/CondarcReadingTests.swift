import CondaCredentials
import Condarc
import HostPlatform
import TestSupport
import Testing

@testable import CommandLineKit
@testable import KeyringTool

/// conda's configuration, as far as it decides about tokens.
@Suite struct CondarcReadingTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func reading(_ text: String, environment: [String: String] = [:]) throws -> CondarcReading {
        try scratch.write(text, to: ".condarc")
        return CondarcReading(try ToolSession.made(in: scratch, environment))
    }

    private func urls(_ reading: CondarcReading, _ text: String) throws -> [String] {
        try reading.requests(for: text).map(\.request.shown)
    }

    @Test func `a channel is asked for by all that the configuration makes of its name`() throws {
        let reading = try reading(
            "custom_multichannels: {m: [a, 'https://h.example/b']}\nchannel_alias: https://mirror.example\n")
        #expect(try urls(reading, "m") == ["https://mirror.example/a", "https://h.example/b"])
    }

    @Test func `a token of the configuration is added, and said where from`() throws {
        let reading = try reading("channel_alias: https://h.example/t/made-up-token-0123\n")
        let request = try #require(try reading.requests(for: "a").first).request
        #expect(request.token?.withRevealed { $0 } == "made-up-token-0123")
        #expect(request.addedBy == "channel_alias (\(scratch.path)/.condarc:1)" && !request.shown.contains("made-up"))
        // The text's own is not added by anything.
        #expect(try reading.requests(for: "https://g.example/t/made-up/a").first?.request.addedBy == nil)
    }

    @Test(arguments: [
        ("denylist_channels: [a]\n", true), ("allowlist_channels: [b]\n", true), ("allowlist_channels: [a]\n", false),
    ])
    func `a channel that is not allowed is refused`(text: String, isRefused: Bool) throws {
        let refusal = try reading(text).requests(for: "a").first?.refusal
        #expect((refusal?.code == .channelNotAllowed) == isRefused)
    }

    @Test(arguments: [
        ("channels: [\n", true), ("channels: {a: b}\n", true), ("ssl_verify: [a]\n", true), ("b: c: d\n", false),
        ("always_yes: perhaps\n", false), ("nope: 1\n", false),
    ])
    func `conda stops at what it reads on its way to a channel, and at nothing else`(text: String, stops: Bool) throws {
        #expect((try reading(text).stop != nil) == stops)
    }

    @Test func `whether conda adds tokens is its setting, under either name`() throws {
        func adds(_ text: String) throws -> String {
            "\(try reading(text).tokenAdding)".prefix { $0 != "(" }.description
        }
        #expect(
            try adds("") == "on" && adds("add_binstar_token: false\n") == "off"
                && adds("add_anaconda_token: perhaps\n") == "unreadable")
    }

    @Test func `the setting that decides is the last that means the channel`() throws {
        let text =
            "channel_settings:\n  - {channel: 'https://h.example/*', auth: a}\n  - {channel: 'https://h.example/x', auth: b}\n"
        let reading = try reading(text)
        #expect(reading.decidingSetting(for: "https://h.example/x")?.origin.line == 3)
        #expect(reading.decidingSetting(for: "https://h.example/y")?.origin.line == 2)
        #expect(reading.decidingSetting(for: "https://g.example/y") == nil)
        #expect(reading.channelSettings.map(\.auth) == ["a", "b"])
    }

    @Test func `with another text of a file the rest is as it was`() throws {
        let before = try reading("channel_alias: https://h.example\n", environment: ["CONDA_ADD_ANACONDA_TOKEN": "no"])
        let after = before.after([scratch(".condarc"): Array("channel_alias: https://g.example\n".utf8)])
        #expect(try urls(after, "a") == ["https://g.example/a"] && urls(before, "a") == ["https://h.example/a"])
        #expect("\(after.tokenAdding)".hasPrefix("off"))
    }

    @Test func `every channel that conda may be asked for is named`() throws {
        let text =
            "channels: [a]\ndefault_channels: [b]\ncustom_multichannels: {m: [c]}\ncustom_channels: {d: https://h}\n"
        #expect(Set(try reading(text).channelTexts).isSuperset(of: ["a", "b", "c", "d"]))
    }
}
