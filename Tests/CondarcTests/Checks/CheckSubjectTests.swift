import LosslessYAML
import Testing

@testable import Condarc

@Suite struct CheckSubjectTests {
    /// The path under which a fix would set a value: what `CheckSubject.path(to:)` finds.
    @Test(arguments: [
        ("channels:\n  - https:/h.example/a\n", "channels:\n  - https://h.example/a\n"),
        ("custom_channels: {a: 'https:/h'}\n", "custom_channels: {a: 'https://h'}\n"),
        ("custom_multichannels:\n  m: [b, 'https:/h/a']\n", "custom_multichannels:\n  m: [b, 'https://h/a']\n"),
        ("proxy_servers:\n  http: http:/p\n", "proxy_servers:\n  http: http://p\n"),
        // What an alias brings stands elsewhere, and is mended there alone.
        ("x: &a https:/h\nchannel_alias: *a\n", "x: &a https:/h\nchannel_alias: *a\n"),
    ])
    func `a value is mended where it is written`(text: String, after: String) throws {
        #expect(try CheckingText(select: ["unknown-scheme"]).repaired(text) == after)
    }

    @Test func `names that a file gives to channels are its own`() {
        let source = SourceReader.source(
            path: "/f",
            bytes: Array(
                "custom_channels: {a: https://h}\ncustom_multichannels: {m: [b], 3: [c]}\nchannels: [d]\n".utf8))
        let known = source.settings.compactMap { setting in setting.parameter.map { (setting: setting, parameter: $0) }
        }
        #expect(CheckSubject.ownChannels(in: known).map(\.name) == ["a", "m"])
        #expect(CheckSubject.ownChannels(in: known).map(\.parameter) == ["custom_channels", "custom_multichannels"])
    }
}
