import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ReshapingTests {
    private func line(_ key: String, _ text: String) throws -> String? {
        let document = try YAMLDocument(text)
        let node = try #require(document.root)
        let value = TracedValue(node.value, from: .builtIn)
        let parameter = try #require(ParameterTable.parameter(named: key))
        return Reshaping.line(value, as: parameter.type, of: key)
    }

    @Test(arguments: [
        ("channels", "conda-forge", "channels: [conda-forge]"),
        ("channels", "conda-forge, bioconda", "channels: [conda-forge, bioconda]"),
        ("channels", "{conda-forge: 1, defaults: false}", "channels: [conda-forge]"),
        ("channels", "[[a, b], c]", "channels: [a, b, c]"), ("channels", "[[a], [a], b]", "channels: [a, b]"),
        ("channels", "[{url: 'https://h/a'}]", "channels: [https://h/a]"),
        ("channels", "['(a)', '\"b\"']", "channels: [a, b]"),
        ("pinned_packages", "{numpy: '1.26'}", "pinned_packages: [numpy=1.26]"),
        ("pinned_packages", "[{name: numpy, version: '>=1'}]", "pinned_packages: ['numpy>=1']"),
        ("proxy_servers", "http://p:80", "proxy_servers: {http: http://p:80, https: http://p:80}"),
        ("proxy_servers", "[{http: 'http://p'}]", "proxy_servers: {http: http://p}"),
        ("channel_settings", "{channel: a, auth: b}", "channel_settings: [{channel: a, auth: b}]"),
        ("ssl_verify", "[false]", "ssl_verify: false"), ("ssl_verify", "{verify: /a.pem}", "ssl_verify: /a.pem"),
        ("custom_channels", "https://h/x/a", "custom_channels: {a: https://h/x}"),
        ("custom_multichannels", "[a, b]", "custom_multichannels: {mine: [a, b]}"),
    ])
    func `what was meant is written in the right shape, and conda takes it`(key: String, text: String, expected: String)
        throws
    {
        #expect(try line(key, text) == expected)
        let findings = try CheckingText(ignore: ["missing-file", "insecure-ssl"]).findings(expected + "\n")
        #expect(!findings.contains { $0.severity == .error }, "\(findings)")
    }

    @Test(arguments: [
        ("channels", "[~]"), ("channels", "https://u:made-up@h/a"), ("pinned_packages", "{numpy: 1.1}"),
        ("pinned_packages", "{pip: [a]}"),
        ("channels", "[a, b, c, d, e, f, g, h, i]"), ("ssl_verify", "[a, b]"), ("proxy_servers", "[a, b]"),
        ("channels", "{}"), ("channels", "[é]"),
        ("channels", "\"\(String(repeating: "a", count: 150))\""),
    ])
    func `nothing is proposed where something would be lost, shown or guessed`(key: String, text: String) throws {
        #expect(try line(key, text) == nil)
    }
}
