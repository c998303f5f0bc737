import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ShapeHintTests {
    private func hint(_ text: String) throws -> String? {
        try CheckingText().findings(text + "\n").first { $0.rule == "wrong-type" }?.hint
    }

    @Test(arguments: [
        ("channels: |\n  - a\n  - b", "take away the '|' or '>' behind the ':'"),
        ("channels: none", "write `channels: []` for none, or remove the line: then conda's default counts"),
        ("proxy_servers: false", "write `proxy_servers: {}` for none, or remove the line: then conda's default counts"),
        ("pkgs_dirs: none", "remove the line: then conda's default counts"),
        (
            "channels:\n  - ssl_verify: false",
            "begin `ssl_verify: …` in the first column, without a '-': it is a parameter of its own"
        ),
        ("channels:\n  - defaults: false", ChannelName.leaveOut.text),
        ("channels: {{ a }}", ForeignValue.templateHint.text),
        ("pinned_packages:\n  - pip: [a]", "packages of pip belong into an environment file, such as environment.yml"),
        (
            "channels: true",
            "write its items, as in `channels: [ITEM]`, or remove the line: then conda's default counts"
        ),
        ("channels: 5", "write each item on a line of its own, as `  - ITEM`"),
        ("offline: {a: 1, b: 2}", "write one value; put it in quotes if the braces or the ':' belong to it"),
        ("offline: [true, false]", "write one value, without '-' and brackets"),
    ])
    func `what to write in place of a value of the wrong shape`(text: String, expected: String) throws {
        #expect(try hint(text) == expected)
    }

    @Test(
        arguments: [
            ("strict !final", "strict", "final"), ("a #!TOP", "a", "top"), ("#!bottom", "", "bottom"),
            ("strict! final", nil, nil),
            ("strict !finally", nil, nil), ("it's !final", nil, nil), ("!final", nil, nil), ("a  !top", nil, nil),
        ] as [(String, String?, String?)])
    func `a flag behind a value belongs into a comment`(text: String, value: String?, flag: String?) {
        let found = ShapeHint.flag(behind: text)
        #expect(found.map { String($0.value) } == value && found?.flag == flag)
    }

    @Test(arguments: [
        ("a, b; c", ["a", "b", "c"]), ("[a] 'b'", ["a", "b"]), ("a:b", ["a", "b"]),
        ("https://h:80/a|b", ["https://h:80/a", "b"]),
        (" , ", []), ("“a”", ["a"]), ("a\u{200B}", ["a"]),
    ])
    func `one text may be several items`(text: String, words: [String]) { #expect(ShapeHint.words(of: text) == words) }

    @Test(arguments: [
        ("strict // why", true), ("strict ; why", true), ("strict -- why", true), ("https://h", false), ("a;b", false),
        ("a--b", false),
    ])
    func `a comment of another language is none`(text: String, isTold: Bool) {
        #expect((ShapeHint.comment(in: .string(text)) != nil) == isTold)
    }

    @Test(
        arguments: [
            ("channels", "offline", nil), ("channels", "ssl_verify", "ssl_verify"), ("ssl_verify", "ssl_verify", nil),
            ("proxy_servers", "channels", "channels"), ("channels", "a_b", nil),
        ] as [(String, String, String?)])
    func `a parameter below another one is told by its underscore`(key: String, name: String, stray: String?) {
        #expect(ShapeHint.stray(name, in: key) == stray)
    }
}
