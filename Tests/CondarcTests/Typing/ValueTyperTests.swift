import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ValueTyperTests {
    private func parameter(_ name: String) throws -> Parameter { try #require(ParameterTable.parameter(named: name)) }

    private func typed(_ value: YAMLValue, _ name: String, to depth: ValueTyper.Depth) throws -> YAMLValue? {
        let traced = TracedValue(value, from: .file(path: "/c", line: 2, column: 3, range: nil))
        return try? ValueTyper.value(traced, of: try parameter(name), to: depth).value
    }

    @Test(
        arguments: [
            ("channels", ["a", 1.5, true], ["a", "1.5", "True"]), ("channels", nil, []), ("channels", [:], []),
            ("channels", "a", nil),
            ("channels", ["a": 1], nil), ("channels", [["a"]], nil), ("channels", [nil], ["None"]),
            ("offline", "on", true), ("offline", "perhaps", nil),
            ("offline", [true], nil), ("proxy_servers", ["http": nil], ["http": nil]), ("proxy_servers", nil, [:]),
            ("proxy_servers", ["http"], nil),
            ("custom_multichannels", ["m": ["a", 1]], ["m": ["a", "1"]]), ("custom_multichannels", ["m": "a"], nil),
            ("channel_settings", [["channel": "a", "n": 1]], [["channel": "a", "n": "1"]]),
            ("channel_settings", ["channel": "a"], nil),
        ] as [(String, YAMLValue, YAMLValue?)])
    func `a source's value gets the shape and types of its parameter, or is refused`(
        name: String, value: YAMLValue, expected: YAMLValue?
    ) throws {
        #expect(try typed(value, name, to: .type) == expected)
    }

    @Test(
        arguments: [
            ("offline", "perhaps", "perhaps"), ("channels", ["a", 1], ["a", 1]), ("channels", [["a"]], nil),
            ("offline", [true], nil),
        ] as [(String, YAMLValue, YAMLValue?)])
    func `for merging the shape is enough`(name: String, value: YAMLValue, expected: YAMLValue?) throws {
        #expect(try typed(value, name, to: .shape) == expected)
    }

    @Test func `what is wrong is told with its place, and the rest is typed`() throws {
        let document = try YAMLDocument("a: 1\nlist:\n  - x\n  - [y]\n  - {z: 1}\n")
        let root = try #require(document.root)
        let reading = SourceReader.reading(path: "/c", document: document, in: root)
        let list = try #require(reading.settings.first { $0.key == "list" }).value
        var typer = ValueTyper("channels", try parameter("channels").type, to: .type)
        #expect(typer.value(list).items?.first?.value == "x")
        #expect(typer.problems.map(\.line) == [4])
        #expect(typer.problems.allSatisfy { $0.path == "/c" && $0.code == .badType && $0.hint != nil })
    }

    @Test(arguments: [
        ("default_python: 3.10", "3.10"), ("default_python: 3.1e1", "3.1e1"), ("default_python: 0x10", "0x10"),
        ("default_python: on", "on"),
        ("default_python: '3.10'", "3.10"),
    ])
    func `what a text gives for a text is what stands there`(text: String, value: String) throws {
        let document = try YAMLDocument(text + "\n")
        let root = try #require(document.root)
        let setting = try #require(SourceReader.reading(path: "p", document: document, in: root).settings.first)
        let type = try #require(setting.parameter).type
        #expect(
            try ValueTyper.value(
                setting.value, as: type, of: setting.key, to: .type, from: .text(document, nothing: .inPatch)
            ).value == .string(value))
    }

    @Test(arguments: ["offline: ''", "offline: none", "channels: [~]", "channels: a", "offline: [yes]"])
    func `what is no clear value in a text is refused with its place`(text: String) throws {
        let document = try YAMLDocument("# x\n" + text + "\n")
        let root = try #require(document.root)
        let setting = try #require(SourceReader.reading(path: "p", document: document, in: root).settings.first)
        let type = try #require(setting.parameter).type
        let error = #expect(throws: CondarcError.self, "\(text)") {
            try ValueTyper.value(
                setting.value, as: type, of: setting.key, to: .type, from: .text(document, nothing: .inPatch))
        }
        #expect(error == nil || error?.line == 2)
    }
}
