import Testing

@testable import LosslessYAML

@Suite struct NumberReaderTests {
    private func value(_ text: String, _ schema: Schema = .version1_2) -> YAMLValue? {
        NumberReader(Array(text.utf8), schema: schema).value
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("007", 7), ("+12", 12), ("1__0_", 10), ("0b1010", 10), ("0o17", 15), ("0xfF", 255),
            ("-0x_1F", -31), ("1.", 1.0), ("-.5", -0.5), ("1_0.5_0", 10.5), ("1e3", 1000.0), ("1.5E-2", 0.015),
            ("12e+03", 12000.0), (".inf", .float(.infinity)), ("-.Inf", .float(-.infinity)), (".NaN", .float(.nan)),
            ("1e400", .float(.infinity)),
            ("123456789012345678901234567890", .int(YAMLInteger(decimal: "123456789012345678901234567890")!)),
            ("0xFFFFFFFFFFFFFFFFFF", .int(YAMLInteger(decimal: "4722366482869645213695")!)),
            ("-0b1" + String(repeating: "0", count: 64), .int(YAMLInteger(decimal: "-18446744073709551616")!)),
        ] as [(String, YAMLValue)])
    func `a number is read whole, however it is written`(text: String, expected: YAMLValue) {
        #expect(value(text) == expected)
    }

    @Test(arguments: [
        "", "-", "+", "_", "-_", "0b", "0b2", "0o8", "0xg", "0x", "0X1F", "0B1", ".", "-.", "._", ".e1", "1e", "1e+",
        "1e1.5", "1.2.3", "1..2", ".5e3", "--1", "+-1", "1-", "1:30", "1,5", "١", "½", "+.nan", ".infinity", "inf",
        "nan",
        "1 ", "0x1.8p1", "2024-01-02",
    ])
    func `what only looks like a number is text`(text: String) { #expect(value(text) == nil) }

    @Test(
        arguments: [
            ("010", 8), ("0o10", nil), ("008", nil), ("0", 0), ("-010", -8), ("1:30", 90), ("-1:00:00", -3600),
            ("1:60", nil), ("01:30", nil), ("1:5", 65), ("1:005", nil), ("1:-5", nil), ("1_0:30", 630), ("1:3_0", nil),
            ("1:30.5", nil), ("9223372036854775807:00", nil), ("+.5", nil), (".5", 0.5),
        ] as [(String, YAMLValue?)])
    func `YAML 1_1 counts in eights and sixties`(text: String, expected: YAMLValue?) {
        #expect(value(text, .version1_1) == expected)
    }

    @Test func `no text is so long that its number takes for ever`() {
        #expect(value("0x" + String(repeating: "f", count: 4096)) != nil)
        #expect(value("0x" + String(repeating: "f", count: 4097)) == nil)
        let nines = String(repeating: "9", count: 100_000)
        #expect(value(nines) == .int(YAMLInteger(decimal: nines)!))
    }
}
