import Testing

@testable import LosslessYAML

@Suite struct ItemLineTests {
    /// The dash's column, the scalar and the comment.
    private func parts(_ text: String) -> String? {
        Array(text.utf8).withUnsafeBytes { bytes in
            ItemLine(at: 0, in: bytes).map { line in
                let scalar = String(decoding: bytes[line.start..<line.end], as: UTF8.self)
                let comment = String(decoding: bytes[line.commentStart..<line.commentEnd], as: UTF8.self)
                return "\(line.dash)|\(scalar)|\(comment)"
            }
        }
    }

    @Test(arguments: [
        ("- a\n", "0|a|"), ("   -   conda-forge  \r\n", "3|conda-forge|"), ("- a b  # first\n", "0|a b|# first"),
        ("- a#b\n", "0|a#b|"), ("- https://h:80/c?x=1 #!top\n", "0|https://h:80/c?x=1|#!top"),
        ("- ~/pkgs\n", "0|~/pkgs|"),
        ("- $X\n", "0|$X|"), ("- 1.2\n", "0|1.2|"), ("- a:b\n", "0|a:b|"), ("- a # \n", "0|a|# "),
    ])
    func `a plain item has a dash, a word and perhaps a comment`(text: String, expected: String) {
        #expect(parts(text) == expected)
    }

    /// What YAML gives another meaning is left to the whole reading.
    @Test(arguments: [
        "", "-", "- ", "-\n", "- a", "a\n", "-a\n", "\t- a\n", "-\ta\n", "- \ta\n", "- a: b\n", "- a:\n", "- a: \n",
        "- 'a'\n", "- \"a\"\n", "- [a]\n", "- {a}\n", "- &x a\n", "- *x\n", "- !t a\n", "- |\n", "- >\n", "- ? a\n",
        "- - a\n", "- @a\n", "- `a`\n", "- %a\n", "- # c\n", "- ,a\n", "- é\n", "- aé\n", "- a\tb\n", "- a\rb\n",
        "- a\r",
        "- a # é\n", "- a # \u{7}\n", "- a #", "- a\u{0}\n", "- :a\n",
    ])
    func `nothing else is a plain item`(text: String) { #expect(parts(text) == nil) }

    @Test func `every plain item means its scalar`() throws {
        for byte in UInt8(0x21)...0x7E {
            for text in ["\(Character(Unicode.Scalar(byte)))", "x\(Character(Unicode.Scalar(byte)))", "-x"] {
                guard let parts = parts("- \(text)\n") else { continue }
                let node = try YAMLDocument("- \(text)\n").node(at: [0])
                #expect(node?.kind == .scalar && node?.style == .plain && node?.scalarText == text, "\(parts)")
            }
        }
    }
}
