import LosslessYAML
import Testing

@testable import Condarc

/// What is YAML, and no value that conda can read.
@Suite struct YAMLNodeUnreadableTests {
    @Test(
        arguments: [
            ("2024-05-01", "a date"), ("2024-5-1 1:02:03", "a date"), ("2024-05-01T10:20:30.5+02:00", "a date"),
            ("2024-05-01 10:20:30 Z", "a date"), ("2024-5-1", nil), ("2024-05-01x", nil), ("24-05-01", nil),
            ("2024-05", nil),
            ("'2024-05-01'", nil), ("!!str 3", "the tag !!str"), ("!!int 3", nil), ("!!int x", "the tag !!int"),
            ("!!bool yes", nil), ("!!null x", nil), ("!!binary aGk=", nil), ("!own x", "the tag !own"), ("! x", nil),
            ("!!set {a}", "the tag !!set"), ("!!map {a: 1}", nil), ("!!seq [a]", nil), ("!!map [a]", "the tag !!map"),
            ("!own [a]", nil), ("!!omap [a: 1]", nil), ("!!omap [a, b]", "the tag !!omap"), ("=", "a bare ="),
            ("<<", "a bare <<"),
            ("'='", nil), ("word", nil), ("[2024-05-01]", nil),
        ] as [(String, String?)])
    func `dates and tags are told, what only looks so is read`(text: String, kind: String?) throws {
        let node = try #require(YAMLDocument("a: \(text)\n").node(at: "a"))
        #expect(node.unreadableKind == kind)
    }

    @Test(
        arguments: [
            ("!!binary aGk=", "hi"), ("!!binary a!G\n k", "hi"), ("!!binary /w==", nil), ("!!binary ''", ""),
            ("word", "word"),
        ] as [(String, String?)])
    func `binary data are text where they are UTF-8`(text: String, value: String?) throws {
        let node = try #require(YAMLDocument("a: \(text)\n").node(at: "a"))
        #expect(node.readableValue == value.map { .string($0) })
    }
}
