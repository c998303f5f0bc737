import Testing

@testable import LosslessYAML

@Suite struct SourceSurveyTests {
    @Test(arguments: [
        RefusedText("UTF-16 little", [0xFF, 0xFE, 0x61, 0], .unsupported, 1, 1, "UTF-16"),
        RefusedText("UTF-16 big", [0xFE, 0xFF, 0, 0x61], .unsupported, 1, 1, "UTF-16"),
        RefusedText("UTF-16 without mark", [0x61, 0, 0x3A, 0], .unsupported, 1, 1, "UTF-16"),
        RefusedText("UTF-32", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .unsupported, 1, 1, "UTF-32"),
        RefusedText("UTF-32 without mark", [0, 0, 0, 0x61], .unsupported, 1, 1, "UTF-32"),
        RefusedText("invalid", Array("é: 1\né ".utf8) + [0xFF], .unsupported, 2, 3, "not valid UTF-8"),
        RefusedText("overlong", [0x61, 0xC0, 0x80], .unsupported, 1, 2, "not valid UTF-8"),
        RefusedText("surrogate", [0xED, 0xA0, 0x80], .unsupported, 1, 1, "not valid UTF-8"),
        RefusedText("cut off", [0x61, 0xE2, 0x82], .unsupported, 1, 2, "not valid UTF-8"),
        RefusedText("NUL", Array("a: 1\nb: \0\n".utf8), .unsupported, 2, 4, "NUL"),
        RefusedText("a: \u{1}\n", .unsupported, 1, 4, "control character U+01"),
        RefusedText("a: \u{7F}\n", .unsupported, 1, 4, "control character U+7F"),
        RefusedText("a: \u{9F}\n", .unsupported, 1, 4, "U+9F"),
        RefusedText("a: \u{FFFE}\n", .unsupported, 1, 4, "U+FFFE"),
    ])
    func `bytes that are no text are refused with their place`(test: RefusedText) { test.check() }
}
