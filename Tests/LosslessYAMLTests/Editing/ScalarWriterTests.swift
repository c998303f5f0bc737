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
