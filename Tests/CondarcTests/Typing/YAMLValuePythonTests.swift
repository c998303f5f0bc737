import LosslessYAML
import Testing

@testable import Condarc

@Suite struct YAMLValuePythonTests {
    @Test(
        arguments: [
            (nil, "None"), (true, "True"), (3, "3"), (1.0, "1.0"), (1e16, "1e+16"), ("it's", "it's"), ([], "()"),
            (["a"], "('a',)"),
            (["a", 1, nil], "('a', 1, None)"), ([:], "{}"), (["k": ["l": "v"]], "{'k': {'l': 'v'}}"),
        ] as [(YAMLValue, String)])
    func `str is that of Python`(value: YAMLValue, text: String) { #expect(value.pythonText == text) }

    @Test(arguments: [
        ("a", "'a'"), ("it's", "\"it's\""), ("it's \"it\"", "'it\\'s \"it\"'"), ("a\\b", "'a\\\\b'"),
        ("a\n\r\t", "'a\\n\\r\\t'"),
        ("\u{0}\u{7F}", "'\\x00\\x7f'"), ("é漢🙂", "'é漢🙂'"), ("\u{A0}\u{AD}", "'\\xa0\\xad'"),
        ("\u{200B}\u{2028}", "'\\u200b\\u2028'"),
        ("\u{E0041}", "'\\U000e0041'"), ("\u{378}", "'\\u0378'"), ("", "''"),
    ])
    func `repr is that of Python`(text: String, expected: String) {
        #expect(YAMLValue.string(text).pythonRepresentation == expected)
    }

    @Test(
        arguments: [
            (true, 1, true), (1, 1.0, true), (0, false, true), (1.5, 1, false), ("1", 1, false), (nil, false, false),
            (["a": 1, "b": true], ["b": 1, "a": 1.0], true), ([1, 2], [2, 1], false),
        ] as [(YAMLValue, YAMLValue, Bool)])
    func `two values are one where Python says so`(_ a: YAMLValue, _ b: YAMLValue, _ isSame: Bool) {
        #expect((a.pythonIdentity == b.pythonIdentity) == isSame)
    }
}
