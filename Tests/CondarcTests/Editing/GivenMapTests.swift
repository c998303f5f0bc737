import LosslessYAML
import Testing

@testable import Condarc

/// Values that are given in a text to be written elsewhere.
@Suite struct GivenMapTests {
    private func value(_ text: String) throws -> YAMLValue {
        let document = try YAMLDocument(text)
        let map = GivenMap(document: document, path: "/p", nothing: .inPatch) { $0 == "/there" }
        let root = try #require(document.root)
        let setting = try #require(map.reading(of: root).settings.first)
        return try map.value(of: setting, try #require(setting.parameter))
    }

    @Test(
        arguments: [
            ("offline: on", true), ("default_python: 3.10", "3.10"), ("channels: [a, 1.0]", ["a", "1.0"]),
            ("ssl_verify: /there", "/there"), ("proxy_servers: {http: p}", ["http": "p"]),
            ("env_prompt: '{{ x }}'", "{{ x }}"),
            ("channel_settings: [{channel: a, auth: b}]", ["channel": "a", "auth": "b"]),
        ] as [(String, YAMLValue)])
    func `a value is what its text says, in its type`(text: String, expected: YAMLValue) throws {
        let value = try value(text)
        #expect(value == expected || value == [expected])
    }

    @Test(arguments: [
        ("ssl_verify: /none", 13), ("channels: [a, '{{ b }}']", 15), ("channels: ['a, b']", 12),
        ("custom_multichannels: {m: ['a b']}", 28), ("proxy_servers: {htps: p}", 17), ("channel_alias: h.example", 16),
        ("offline: none", 10), ("channels: [https://a https://b]", 12),
    ])
    func `what could be written, and hardly can be meant, is refused where it stands`(text: String, column: Int) {
        let error = #expect(throws: CondarcError.self) { try value(text) }
        #expect(error?.path == "/p" && error?.line == 1)
        #expect(error?.column == column && error?.hint != nil)
    }

    @Test func `tags are told, since nobody could write them for conda`() throws {
        let document = try YAMLDocument("offline: !own true\nx: 2024-01-01\n")
        let map = GivenMap(document: document, path: "/p", nothing: .inPatch) { _ in true }
        let root = try #require(document.root)
        #expect(map.reading(of: root).problems.map(\.line) == [1])
    }
}
