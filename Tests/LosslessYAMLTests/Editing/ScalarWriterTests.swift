import Testing

@testable import LosslessYAML

@Suite struct ScalarWriterTests {
    @Test(arguments: [
        ("defaults", "defaults"), ("https://a.b/c?d=e#f", "https://a.b/c?d=e#f"), ("3.11.1", "3.11.1"), ("-x", "-x"),
        ("é", "é"), ("a b", "a b"), ("~/x", "~/x"), ("C:\\x", "C:\\x"), ("", "''"), ("yes", "'yes'"), ("N", "'N'"),
        ("null", "'null'"), ("~", "'~'"), ("1", "'1'"), ("1_000", "'1_000'"), ("0o7", "'0o7'"), ("010", "'010'"),
        ("1e3", "'1e3'"), ("1:30", "'1:30'"), ("1:30.5", "'1:30.5'"), ("2001-12-14", "'2001-12-14'"), ("=", "'='"),
        ("<<", "'<<'"), (".inf", "'.inf'"), ("- a", "'- a'"), ("-", "'-'"), ("? a", "'? a'"), ("a: b", "'a: b'"),
        ("a:", "'a:'"), ("a #b", "'a #b'"), ("#a", "'#a'"), ("a#b", "a#b"), ("[a", "'[a'"), ("{a", "'{a'"),
        ("a,b", "a,b"),
        ("&a", "'&a'"), ("*a", "'*a'"), ("!a", "'!a'"), ("|", "'|'"), ("%a", "'%a'"), ("@a", "'@a'"), ("`a", "'`a'"),
        ("'a", "'''a'"), ("\"a", "'\"a'"), ("a'b", "a'b"), (" a", "' a'"), ("a ", "'a '"), ("---", "'---'"),
        ("...", "'...'"), ("a\nb", "\"a\\nb\""), ("a\tb", "\"a\\tb\""), ("\u{1}", "\"\\x01\""), ("\u{0}", "\"\\0\""),
        ("\u{85}", "\"\\x85\""), ("\u{2028}", "\"\\u2028\""), ("\u{FEFF}", "\"\\uFEFF\""), ("a\"\n", "\"a\\\"\\n\""),
    ])
    func `a string is quoted only where a reader would take it for something else`(string: String, text: String) throws
    {
        #expect(ScalarWriter.text(of: string, inFlow: false) == text)
        #expect(try YAMLDocument("k: \(text)\n").node(at: "k")?.value == .string(string))
        let inFlow = ScalarWriter.text(of: string, inFlow: true)
        #expect(try YAMLDocument("[\(inFlow), \(inFlow)]\n").root?.value == [.string(string), .string(string)])
        #expect(try YAMLDocument("%YAML 1.1\n---\nk: \(text)\n").node(at: "k")?.value == .string(string))
    }

    @Test(
        arguments: [
            ("conda-forge", .plain, "conda-forge"), ("3.10", .plain, "'3.10'"), ("a\nb", .plain, #""a\nb""#),
            ("conda-forge", .singleQuoted, "'conda-forge'"), ("3.10", .singleQuoted, "'3.10'"),
            ("it's", .singleQuoted, "'it''s'"), (#"C:\new"#, .singleQuoted, #"'C:\new'"#), ("", .singleQuoted, "''"),
            // What has no sign of its own there needs an escape.
            ("a\tb", .singleQuoted, #""a\tb""#), ("it's\n", .singleQuoted, #""it's\n""#),
            ("conda-forge", .doubleQuoted, #""conda-forge""#), ("3.10", .doubleQuoted, #""3.10""#),
            ("it's", .doubleQuoted, #""it's""#), (#"C:\new "a""#, .doubleQuoted, #""C:\\new \"a\"""#),
            ("a\tb\u{1}", .doubleQuoted, #""a\tb\x01""#), ("", .doubleQuoted, #""""#),
            // Of several lines, it is written on one.
            ("conda-forge", .literal, "conda-forge"), ("a\nb\n", .literal, #""a\nb\n""#), ("3.10", .folded, "'3.10'"),
        ] as [(String, YAMLNode.Style, String)])
    func `a string is quoted like the one before it, where it can be`(
        string: String, style: YAMLNode.Style, text: String
    ) throws {
        for inFlow in [false, true] { #expect(ScalarWriter.text(of: string, inFlow: inFlow, like: style) == text) }
        #expect(try YAMLDocument("k: \(text)\n").node(at: "k")?.value == .string(string))
    }

    @Test(arguments: [YAMLNode.Style.plain, .singleQuoted, .doubleQuoted])
    func `what is no string has no quotes, whatever stood there`(style: YAMLNode.Style) {
        let values: [YAMLValue] = [.null, .bool(true), .bool(false), .float(1.5)]
        #expect(
            values.map { ScalarWriter.text(of: $0, inFlow: false, like: style) } == ["null", "true", "false", "1.5"])
        #expect(ScalarWriter.text(of: .sequence([]), inFlow: false, like: style) == nil)
    }

    @Test func `a long string stays on one line`() {
        let string = String(repeating: "word ", count: 10_000) + "end"
        #expect(ScalarWriter.text(of: string, inFlow: false) == string)
    }

    @Test(
        arguments: [(1e16, "1.0e+16"), (1.5, "1.5"), (-.infinity, "-.inf"), (.nan, ".nan"), (1.0, "1.0")]
            as [(Double, String)])
    func `a float is one to every reader`(value: Double, text: String) {
        #expect(ScalarWriter.text(of: .float(value), inFlow: false) == text)
        #expect(Schema.version1_1.value(ofPlain: Array(text.utf8)) == .float(value))
        #expect(Schema.version1_2.value(ofPlain: Array(text.utf8)) == .float(value))
    }
}
