import Condarc
import LosslessYAML
import Testing

@testable import CondarcTool

@Suite struct CondaTextTests {
    @Test(
        arguments: [
            ("a", true, ["a: True"]), ("a", nil, ["a: None"]), ("a", [], ["a: []"]), ("a", [:], ["a: {}"]),
            ("a", ["x", 1], ["a:", "  - x", "  - 1"]),
            ("a", ["k": "v"], ["a:", "  k: v"]),
            ("a", [["k": "v", "l": ["m"]], "x"], ["a:", "  - k: v", "    l:", "      - m", "  - x"]),
            ("a", ["k": ["x"]], ["a:", "  k: ('x',)"]), ("a", "two\nlines", ["a: \"two\\nlines\""]),
            ("b\u{1B}", "\u{202E}", ["\"b\\u001b\": \"\\u202e\""]),
            ("a", "tab\there", ["a: tab\there"]),
        ] as [(String, YAMLValue, [String])])
    func `values are lines as conda prints them, each one line`(key: String, value: YAMLValue, lines: [String]) {
        #expect(CondaText.lines(of: key, value) == lines)
    }

    @Test func `lists in a map may have a line for each item`() {
        #expect(
            CondaText.lines(of: "m", ["all": ["a", "b"], "x": 1], listing: true) == [
                "m:", "  all: ", "    - a", "    - b", "  x: 1",
            ])
    }

    @Test(arguments: [
        ("https://h/t/made-up/a", "https://h/t/<TOKEN>/a"), ("https://h/t/made-up", "https://h/t/…"),
        ("https://u:made-up@h/a", "https://u:…@h/a"),
        ("https://h/t/made-up/a https://h/t/made-up-2/b", "https://h/t/<TOKEN>/a https://h/t/<TOKEN>/b"),

        ("https://h/t/${TOKEN}/a", "https://h/t/${TOKEN}/a"), ("conda-forge", "conda-forge"),
    ])
    func `a token is taken out as conda does, the rest as everywhere`(text: String, expected: String) {
        #expect(CondaText.redacted(text) == expected)
    }

    @Test func `the second t of a doubled one is not taken for the token`() {
        #expect(!CondaText.redacted("https://h/t/t/made-up-token-4321/a").contains("made-up"))
    }

    @Test func `what a key says to be secret goes, however deep, and names that are URLs, too`() {
        let value: YAMLValue = ["api_key": ["a": "made-up", "n": 12345], "plain": "word", "https://u:made-up@h": "x"]
        for asConda in [true, false] {
            let text = CondaText.redacted(value, asConda: asConda).pythonText
            #expect(!text.contains("made-up") && !text.contains("12345") && text.contains("word"))
        }
        #expect(CondaText.safe("made-up", named: "plugins.token").text?.contains("made-up") == false)
        #expect(CondaText.safe("word", named: "plugins.name") == "word")
    }
}
