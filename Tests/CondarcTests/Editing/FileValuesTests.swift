import LosslessYAML
import Testing

@testable import Condarc

@Suite struct FileValuesTests {
    static let text =
        "verify_ssl: no\nchannels: [b, a]\nnope: 1\nproxy_servers: {http: p, a.b: q}\n3: x\nplugins: {p: {q: 1}}\n"

    private func value(_ key: String) throws -> YAMLValue? { try FileValues(Array(Self.text.utf8))[key]?.value }

    @Test func `parameters come under their own names, in order; what conda does not know apart`() throws {
        let values = try FileValues(Array(Self.text.utf8))
        #expect(values.all.map(\.key) == ["channels", "plugins", "proxy_servers", "ssl_verify"])
        #expect(values.unknown.map(\.key) == ["nope", "3"])
    }

    @Test(
        arguments: [
            ("ssl_verify", "no"), ("verify_ssl", "no"), ("channels", ["b", "a"]), ("nope", 1),
            ("proxy_servers.http", "p"), ("proxy_servers.a.b", "q"),
            ("proxy_servers.ftp", nil), ("plugins.p.q", 1), ("plugins.p", ["q": 1]), ("plugins.z", nil),
            ("offline", nil), ("3", nil),
        ] as [(String, YAMLValue?)])
    func `a key is a parameter, an entry of a map, or any key of the file`(key: String, value: YAMLValue?) throws {
        if key == "3" {
            #expect(throws: CondarcError.self) { try self.value(key) }
        } else {
            #expect(try self.value(key) == value)
        }
    }

    @Test(arguments: ["chanels", "chanels.x", ".channels", ".", ""])
    func `a key that nobody knows is refused`(key: String) {
        #expect(throws: CondarcError.self) { try value(key) }
    }

    /// Source: conda.cli.main_config, `print_config_item`.
    @Test(
        arguments: [
            (
                "channels", ["b", "a"],
                ["--add channels 'a'   # lowest priority", "--add channels 'b'   # highest priority"]
            ),
            ("channels", ["a"], ["--add channels 'a'   # lowest priority"]),
            (
                "create_default_packages", ["b", "a"],
                ["--add create_default_packages 'a'", "--add create_default_packages 'b'"]
            ),
            ("offline", true, ["--set offline True"]), ("offline", nil, []), ("channels", [], []),
            ("proxy_servers", ["http": "p", "x": nil], ["--set proxy_servers.http p"]),
            ("custom_multichannels", ["m": ["a", "b"]], ["--set custom_multichannels.m ['a', 'b']"]),
            ("plugins", ["p": ["a"]], ["--add plugins.p 'a'"]),
        ] as [(String, YAMLValue, [String])])
    func `a value is told as the options that would set it`(key: String, value: YAMLValue, lines: [String]) {
        #expect(FileValues.Entry(key: key, value: value).lines == lines)
    }

    @Test(arguments: ["- a\n", "a: [\n", "word\n"])
    func `what conda could not read is an error`(text: String) {
        #expect(throws: (any Error).self) { try FileValues(Array(text.utf8)) }
    }
}
