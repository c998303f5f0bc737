import LosslessYAML
import Testing

@testable import Condarc

@Suite struct NamedPlaceTests {
    private func place(_ key: String, in text: String = "") throws -> NamedPlace {
        try NamedPlace(key, in: try YAMLDocument(text))
    }

    @Test(
        arguments: [
            ("channels", "", ["channels"]), ("channel", "", ["channels"]),
            ("ssl_verify", "verify_ssl: no\n", ["verify_ssl"]), ("verify_ssl", "", ["ssl_verify"]),
            ("proxy_servers.http", "", ["proxy_servers", "http"]),
            ("proxy_servers.https://h.example", "", ["proxy_servers", "https://h.example"]),
            ("plugins.a.b", "", ["plugins", "a", "b"]),
        ] as [(String, String, NodePath)])
    func `a key means the place where the file has it, under whichever name`(key: String, text: String, path: NodePath)
        throws
    {
        #expect(try place(key, in: text).path == path)
    }

    @Test(arguments: [
        ("chanels", CondarcError.Code.unknownParameter), ("offline.x", .badType), ("channels.0", .badType),
        ("proxy_servers.", .badType), (".channels", .badType), (".", .badType), ("", .badType), ("plugins.", .badType),
        ("plugins.a..b", .badType), ("plugins", .badType),
        ("channel_settings.auth", .badType),
    ])
    func `a key that means no place is refused with what to write`(key: String, code: CondarcError.Code) {
        let error = #expect(throws: CondarcError.self) { try place(key) }
        #expect(error?.code == code)
        #expect(error?.hint != nil || code == .unknownParameter)
    }

    @Test func `both names of a parameter in one file are a conflict, with both lines`() {
        let error = #expect(throws: CondarcError.self) { try place("ssl_verify", in: "ssl_verify: 1\nverify_ssl: 2\n") }
        #expect(error?.code == .aliasConflict && error?.line == 2 && error?.hint?.contains("line 1") == true)
    }

    @Test(
        arguments: [
            ("channels.0", "channels"), ("channels[1]", "channels"), ("channels", nil), ("offline.0", nil),
            ("proxy_servers.http", nil), ("nope.0", nil),
        ] as [(String, String?)])
    func `an item is named by a number only in lists`(key: String, list: String?) {
        #expect(NamedPlace.list(ofItem: key) == list)
    }
}
