import LosslessYAML
import Testing

@testable import Condarc

@Suite struct `Text as Python writes it` {
    @Test(arguments: [
        (60.0, "60.0"), (9.15, "9.15"), (0.0001, "0.0001"), (0.00001, "1e-05"), (1e15, "1000000000000000.0"),
        (1e16, "1e+16"), (12_345_678_901_234_567.0, "1.2345678901234568e+16"), (-0.0, "-0.0"), (1e300, "1e+300"),
        (0.1, "0.1"), (-123.456, "-123.456"), (1.5e-7, "1.5e-07"), (100.0, "100.0"), (.infinity, "inf"),
    ])
    func `a number`(_ number: Double, _ text: String) {
        #expect(number.pythonText == text)
    }

    @Test(arguments: [
        ("plain", "'plain'"), ("it's", "\"it's\""), ("'\"", "'\\'\"'"), ("a\\b", "'a\\\\b'"), ("tab\t", "'tab\\t'"),
        ("\u{7F}", "'\\x7f'"), ("ü", "'ü'"), ("\u{200B}", "'\\u200b'"), ("\u{A0}", "'\\xa0'"), ("🐍", "'🐍'"),
    ])
    func `a string between quotes`(_ text: String, _ written: String) {
        #expect(YAMLValue.string(text).pythonRepresentation == written)
    }
}
