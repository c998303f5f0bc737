import LosslessYAML
import Testing

@testable import Condarc

@Suite struct PolicyReaderTests {
    @Test func `types what it requires and pins`() throws {
        let policy = try Policy(
            Array("version: 1\nrequire: {always_yes: 'on'}\npin: {ssl_verify: truststore}\n".utf8), path: "p.yml")
        #expect(policy.required.map(\.value) == [true])
        #expect(policy.pinned.map(\.parameter.name) == ["ssl_verify"])
        #expect(policy.pinned.map(\.span.start.line) == [3])
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
        let error = try #require(Policy.refusal(text))
        #expect(error.line == line)
        #expect(error.description == message)
    }

    @Test(arguments: [
        ("proxy_server", "conda has no parameter 'proxy_server'"), ("'proxy_server'", nil), ("corporate_setting", nil),
        ("ssl_verify.false", "'ssl_verify' is no map, and has no entry 'false'"), ("plugins.proxy_server", nil),
    ])
    func `that forbids a misspelt key is refused, unless the key stands in quotes`(key: String, message: String?) {
        let error = Policy.refusal("version: 1\nforbid: {keys: [\(key)]}\n")
        #expect(error?.description == message)
        #expect(error?.column == (message == nil ? nil : 17))
    }
}
