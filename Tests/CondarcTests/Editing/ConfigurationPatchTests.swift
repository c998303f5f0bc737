import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ConfigurationPatchTests {
    private func patch(_ text: String) throws -> ConfigurationPatch {
        try ConfigurationPatch(try YAMLDocument(configuration: Array(text.utf8)), path: "p.yml") { $0 == "/there" }
    }

    private func error(_ text: String) -> CondarcError? {
        do {
            _ = try patch(text)
            return nil
        } catch let problems as CondarcProblems { return problems.all.first } catch { return error as? CondarcError }
    }

    @Test func `each key gets its value, in its type; null takes it away`() throws {
        let patch = try patch(
            "always_yes: 'on'\ndefault_python: 3.10\nverify_ssl: ~\nchannels: [a, 1]\nplugins: {x: 1}\nproxy_servers: {http: p}\n"
        )
        let values = patch.values.map { "\($0.key) \($0.value.pythonText)" }
        #expect(
            values == [
                "always_yes True", "channels ('a', '1')", "default_python 3.10", "plugins {'x': 1}",
                "proxy_servers {'http': 'p'}", "ssl_verify None",
            ])
    }

    @Test(arguments: ["", "# nothing\n", "{}\n"])
    func `nothing is to be done where nothing is said`(text: String) throws { #expect(try patch(text).values.isEmpty) }

    @Test(
        arguments: [
            ("offline: perhaps\n", CondarcError.Code.badValue, 1), ("a: 1\nchanels: [a]\n", .unknownParameter, 1),
            ("offline: true\nchanels: [a]\n", .unknownParameter, 2),
            ("ssl_verify: true\nverify_ssl: false\n", .aliasConflict, 2), ("channels: {append: [a]}\n", .badType, 1),
            ("- a\n", .badType, 1), ("channels: a\n", .badType, 1),
            ("channels: ['a, b']\n", .badValue, 1), ("channel_alias: '{{ a }}'\n", .badValue, 1),
            ("proxy_servers: {htps: p}\n", .badValue, 1), ("[a]: b\n", .badType, 1),
            ("offline: ''\n", .badValue, 1),
        ] as [(String, CondarcError.Code, Int)])
    func `what could not be meant is refused with its line`(text: String, code: CondarcError.Code, line: Int) {
        let error = error(text)
        #expect(error?.code == code)
        #expect(error?.line == line)
    }

    @Test(arguments: [
        ("remove: [offline]\n", "to remove a key write `offline: null`"),
        ("append: {channels: [a]}\n", "condarc-tool append channels a"),
        ("channels: {prepend: [a, b]}\n", "name all of its items, or: condarc-tool prepend channels a b"),
    ])
    func `a command in place of a value is told as one`(text: String, hint: String) {
        #expect(error(text)?.hint == hint)
    }

    @Test func `conda's own way takes unknown keys and leaves values as they are written`() throws {
        let bytes = Array("x: 1\noffline: 'on'\nssl_verify: ~\n".utf8)
        let values = try ConfigurationPatch(asConda: bytes) { _ in true }.values
        #expect(values.map(\.key) == ["offline", "ssl_verify", "x"] && values.map(\.value) == ["on", nil, 1])
        #expect(throws: (any Error).self) {
            try ConfigurationPatch(asConda: Array("offline: perhaps\n".utf8)) { _ in true }
        }
    }
}
