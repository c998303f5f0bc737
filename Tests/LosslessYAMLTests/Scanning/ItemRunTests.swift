import TestSupport
import Testing

@testable import LosslessYAML

@Suite struct ItemRunTests {
    /// Whether a text is read without its runs, and then as the whole is.
    private func isShort(_ text: String) throws -> Bool {
        let readings = try Readings(Array(text.utf8))
        #expect(readings.difference == nil, "\(text.debugDescription)")
        return readings.isShort
    }

    @Test func `a text read without its runs has the tree of the whole`() throws {
        var random = SeededGenerator(seed: Effort.seed)
        var shortened = 0
        for _ in 0..<Effort.iterations {
            if try isShort(NearList.text(&random)) { shortened += 1 }
        }
        #expect(shortened > Effort.iterations / 5)
    }

    @Test(arguments: [
        // Where lines that look like items are text.
        ("a: |\n", "", false), ("a: >-\n", "b: 1\n", false), ("a: x\n", "", false), ("a: 'x\n", "'\n", false),
        ("a: \"x\n", "\"\n", false), ("? |\n", ": b\n", false), ("- x\n", "", false), ("a: [x,\n", "]\n", false),
        ("a: {x,\n", "}\n", false), ("- |\n", "", false), ("a: &b |\n", "", false),
        // Where they are items, but not of one list from the first to the last.
        ("a:\n  - b\n", "", true), ("a:\n", "   - x\n", true), ("a:\n", "     more\n", true),
        ("a:\n", "  - b: c\n", true), ("a:\n", " - b\n", false),
        // Where they are.
        ("a:\n", "", true), ("a: &b\n", "c: *b\n", true), ("a: !!seq\n", "", true), ("- - x\n", "", true),
        ("# é\na: # b\n", "# c\nd: é\n", true), ("\u{FEFF}a:\n", "b: \"\u{2028}é\"\n", true),
        ("%YAML 1.1\n---\na:\n", "...\n# b\n", true), ("a:\n  ? b\n  :\n", "", true),
        ("a: |\n   x\nb:\n", "c: >\n x\n", true), ("", "", true), ("---\n", "", true),
    ])
    func `a run between other lines is read as libyaml reads it`(before: String, after: String, isList: Bool) throws {
        let lines = (0..<41).map { "  - item\($0)" + ($0 % 3 == 0 ? "  # c\($0)" : "") }
        for lineBreak in ["\n", "\r\n"] {
            let text = (before + lines.map { $0 + "\n" }.joined() + after).replacing("\n", with: lineBreak)
            #expect(try isShort(text) == isList)
        }
    }

    @Test(arguments: [
        "- a: b", "- a:", "- 'a'", "- \"a\"", "- &a b", "- *a", "- !t b", "- [a]", "- {a}", "- |", "- >", "- a\tb",
        "- a # b\t",
        "-\ta", "\t- a", "- - a", "- ? a", "-", "- ", "- # a", "- @a", "- `a", "- %a", "- a é", "- a # é", "- a :",
        "-a",
        "a", "- a: # b", "- ,a", "- #a", "- a\u{85}", "- \u{FEFF}a",
    ])
    func `a line that may mean anything else than a plain item is no item line`(line: String) {
        #expect(ItemLine.isOne(line + "\n") == false)
        #expect(ItemLine.isOne("  " + line + "\n- b\n") == false)
    }

    @Test(arguments: [
        "- a", "  -   a b  c   # d", "- https://a.b/c?d=e&f,g[h]{i}!j*k|l", "- a#b", "- a:b", "- ~", "- 12", "- a   ",
        "- a # b # c: d",
    ])
    func `a plain item is one, alone and among others`(line: String) throws {
        #expect(ItemLine.isOne(line + "\n") && ItemLine.isOne(line + "\r\n"))
        #expect(!ItemLine.isOne(line + "\r") && !ItemLine.isOne(line))
        #expect(try isShort("a:\n" + String(repeating: line + "\n", count: 20) + "b: c\n"))
    }

    @Test func `an error behind a run is told with its place in the whole text`() throws {
        let lines = (0..<40).map { "  - item\($0)\n" }.joined()
        let error = try #require(throws: YAMLError.self) { try YAMLDocument("a:\n" + lines + "b: c: d\n") }
        #expect(error.location == LosslessYAML.SourceLocation(line: 42, column: 5))
    }
}

extension ItemLine {
    fileprivate static func isOne(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBytes { ItemLine(at: 0, in: $0) != nil }
    }
}

/// Texts of several long lists, most lines of them plain items, with what may stand between, before and in them.
private enum NearList {
    static func text(_ random: inout SeededGenerator) -> String {
        var text = random.pick(["", "", "", "# é\n", "%YAML 1.1\n---\n", "---\n", "x: &x 1\n", "\u{FEFF}"])
        for part in 0..<random.number(1...3) {
            let indent = String(repeating: " ", count: random.number(0...4))
            text += random.chance(85) ? "key\(part):\n" : random.pick(heads)
            let oddness = random.pick([0, 0, 0, 1, 5])
            for item in 0..<random.number(10...60) {
                let line = random.chance(oddness) ? random.pick(odd) : random.pick(plain)
                text += (random.chance(oddness) ? " " : "") + indent + "- " + line
                text += (random.chance(20) ? "  # \(item)" : "") + "\n"
                if random.chance(oddness) { text += random.pick(between) }
            }
            if random.chance(20) { text += random.pick(tails) }
        }
        if random.chance(10) { text = String(text.unicodeScalars.dropLast()) }
        return random.chance(25) ? text.replacing("\n", with: "\r\n") : text
    }

    private static let heads = [
        "key: |\n", "key: >\n", "key: a\n", "key: 'a\n", "key: \"a\n", "key: [\n", "key: {\n", "key: &a\n",
        "key: !!seq\n",
        "- a:\n", "- - b\n", "? a\n:\n", "key: |2\n", "key: !t |+\n", "", "key: # c\n",
    ]
    private static let plain = [
        "conda-forge", "defaults", "https://a.b/c", "a b", "12", "~", "true", "a:b", "x#y", "<<",
    ]
    private static let odd = [
        "a: b", "&a b", "*a", "*x", "!!str a", "'a'", "\"a", "'a", "|\n   a", ">\n", "[a]", "[a", "{a: b}", "a\n     b",
        "- c",
        "a\tb", "\ta", "é", "a # é", "@", "? a", "", "a:", "\"é\\n\"", "a\r",
    ]
    private static let between = [
        "\n", "# c\n", "   # é\n", "...\n", "---\n", "\t\n", "key: v\n", "   more\n", "]\n", "}\n", "'\n", "\"\n",
        "- a\n", "\r",
        "\u{2028}",
    ]
    private static let tails = [
        "]\n", "}\n", "'\n", "\"\n", "...\n", "# end\n", "z: *x\n", "  more\n", "\n\n", "z: [é, é]\n",
    ]
}
