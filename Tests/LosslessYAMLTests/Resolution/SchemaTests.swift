import Testing

@testable import LosslessYAML

@Suite struct SchemaTests {
    @Test(
        arguments: [
            ("", nil), ("~", nil), ("null", nil), ("NULL", nil), ("nUll", "nUll"), ("True", true), ("tRue", "tRue"),
            ("yes", "yes"), ("off", "off"), ("y", "y"), ("1_000", 1000), ("0o17", 15), ("0b11", 3), ("017", 17),
            ("-0x1F", -31), ("+12", 12), ("1e3", 1000.0), ("1.", 1.0), (".5", 0.5), (".5e3", ".5e3"), ("._", "._"),
            ("-.INF", .float(-.infinity)), (".nan", .float(.nan)), ("+.nan", "+.nan"), ("1:30", "1:30"),
            ("2001-12-14", "2001-12-14"), ("0x", "0x"), ("0o8", "0o8"), ("-", "-"), ("_1", "_1"), ("00", 0),
            ("<<", "<<"),
        ] as [(String, YAMLValue)])
    func `plain scalars mean what ruamel's round-trip loader takes them for`(text: String, value: YAMLValue) {
        #expect(Schema.version1_2.value(ofPlain: Array(text.utf8)) == value)
    }

    @Test(
        arguments: [
            ("yes", true), ("Off", false), ("n", false), ("010", 8), ("0o10", "0o10"), ("1:30", 90),
            ("-1:30:00", -5400),
            ("0x1F", 31), ("1e3", 1000.0), ("008", "008"),
        ] as [(String, YAMLValue)])
    func `a document under YAML 1_1 follows its rules`(text: String, value: YAMLValue) throws {
        let document = try YAMLDocument("%YAML 1.1\n---\na: \(text)\n")
        #expect(document.node(at: "a")?.value == value)
    }

    @Test func `tags decide, unknown ones keep the text`() throws {
        let document = try YAMLDocument(
            "a: !!str 1\nb: !!int '2'\nc: !!float 3\nd: ! true\ne: !x 1\nf: '1'\ng: !!null x\nh: !!int x\ni: !!bool yes\n"
        )
        #expect(
            document.root?.value
                == ["a": "1", "b": 2, "c": 3.0, "d": "true", "e": "1", "f": "1", "g": nil, "h": "x", "i": true])
        #expect(document.node(at: "e")?.tag == "!x")
    }

    @Test func `integers have any size`() throws {
        #expect(
            try YAMLDocument("0xffffffffffffffffffff").root?.value
                == .int(#require(YAMLInteger(decimal: "1208925819614629174706175"))))
        #expect(
            try YAMLDocument("-0018446744073709551616").root?.value
                == .int(#require(YAMLInteger(decimal: "-18446744073709551616"))))
    }
}
