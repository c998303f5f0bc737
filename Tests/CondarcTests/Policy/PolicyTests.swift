import LosslessYAML
import Testing

@testable import Condarc

@Suite struct `A policy` {
    private func refusal(_ text: String) -> CondarcError? {
        do {
            _ = try Policy(Array(text.utf8), path: "p.yml")
            return nil
        } catch {
            return error as? CondarcError
        }
    }

    @Test func `types what it requires and pins`() throws {
        let policy = try Policy(
            Array("version: 1\nrequire: {always_yes: 'on'}\npin: {ssl_verify: truststore}\n".utf8), path: "p.yml")
        #expect(policy.required.map(\.value) == [true])
        #expect(policy.pinned.map(\.parameter.name) == ["ssl_verify"])
        #expect(policy.pinned.map(\.place.line) == [3])
    }

    @Test(arguments: [
        ("require: {offline: true}\n", 1, "the policy does not say its version"),
        ("version: 2\n", 1, "'version' is not 1"),
        ("version: 1\nrequires: {}\n", 2, "a policy has no 'requires'"),
        ("version: 1\nforbid: {channel: [a]}\n", 2, "'forbid' has no 'channel'"),
        ("version: 1\nforbid:\n  channels: defaults\n", 3, "'forbid.channels' is no list"),
        ("version: 1\nrequire:\n  chanels: [a]\n", 3, "there is no parameter 'chanels'"),
        ("version: 1\nrequire:\n  always_yes: maybe\n", 3, "'always_yes': 'maybe' is no boolean"),
        ("version: 1\nrequire:\n  ssl_verify:\n", 3, "'require.ssl_verify' has no value"),
        ("version: 1\npin:\n  channel: [a]\n  channels: [b]\n", 4, "'channels' is 'channels', which line 3 has"),
        ("version: 1\npin: [a]\n", 2, "'pin' is no map"),
        (
            "version: 1\nforbid:\n  channels: ['/^a$/']\n", 3,
            "'/^a$/' is a regular expression, and no pattern of channels"
        ),
        (
            "version: 1\nforbid: {channels: ['re:.*a.*']}\n", 2,
            "'re:.*a.*' is a regular expression, and no pattern of channels"
        ),
        ("version: 1\nforbid: {channels: ['!a']}\n", 2, "'!' at its start makes no exception of '!a'"),
    ])
    func `that is wrong is refused with its line`(text: String, line: Int, message: String) throws {
        let error = try #require(refusal(text))
        #expect(error.line == line)
        #expect(error.description == message)
    }

    @Test(arguments: [
        ("require: {ssl_verify: true}\nforbid: {keys: [ssl_verify]}", (2, 3)),
        ("require: {verify_ssl: true}\nforbid: {keys: [ssl_verify]}", (2, 3)),
        ("pin: {proxy_servers: {http: 'http://p'}}\nforbid: {keys: [proxy_servers.http]}", (2, 3)),
        ("require: {channels: [defaults]}\nforbid: {channels: [defaults]}", (2, 3)),
        ("forbid: {channels: ['https://repo.anaconda.com/*']}\nrequire: {channels: [defaults]}", (3, 2)),
        ("forbid: {channels: [defaults]}\npin: {default_channels: ['https://repo.anaconda.com/pkgs/main']}", (3, 2)),
        ("forbid: {channels: ['https://conda.anaconda.org/acme']}\nrequire: {channels: [acme]}", (3, 2)),
        ("forbid: {channels: ['https://x.example/*']}\nrequire: {channel_alias: 'https://x.example'}", (3, 2)),
        ("require: {channel_priority: strict}\npin: {channel_priority: flexible}", (2, 3)),
        ("require: {channels: [a]}\npin: {channels: [b]}", (2, 3)),
    ])
    func `that contradicts itself is refused with both lines`(text: String, lines: (Int, Int)) throws {
        let error = try #require(refusal("version: 1\n" + text + "\n"))
        #expect(error.code == .contradiction)
        #expect(error.message.hasSuffix("(lines \(lines.0) and \(lines.1))"))
        #expect(error.line == lines.1)
        #expect(error.related?.span.start.line == lines.0)
    }

    @Test(arguments: [
        ("proxy_server", "conda has no parameter 'proxy_server'"), ("'proxy_server'", nil), ("corporate_setting", nil),
        ("ssl_verify.false", "'ssl_verify' is no map, and has no entry 'false'"), ("plugins.proxy_server", nil),
    ])
    func `that forbids a misspelt key is refused, unless the key stands in quotes`(key: String, message: String?) {
        func error() -> CondarcError? {
            do {
                _ = try Policy(
                    Array("version: 1\nforbid: {keys: [\(key)]}\n".utf8), path: "p")
                return nil
            } catch {
                return error as? CondarcError
            }
        }
        #expect(error()?.message == message)
        #expect(error()?.column == (message == nil ? nil : 17))
    }

    @Test(arguments: [
        "forbid: {keys: [proxy_servers.ftp]}\nrequire: {proxy_servers: {http: 'http://p'}}",
        "forbid: {channels: ['https://repo.anaconda.com/*']}\nrequire: {channels: [defaults], "
            + "default_channels: ['https://mirror.example/main']}",
        "require: {channels: [a]}\npin: {channels: [b, a]}",
        "forbid: {channels: [conda]}\nrequire: {channels: [conda-forge]}",
    ])
    func `that can be fulfilled is not refused`(text: String) {
        #expect(refusal("version: 1\n" + text + "\n") == nil)
    }
}
