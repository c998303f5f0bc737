import CommandLineKit
import TestSupport
import Testing

@Suite struct MessageLayoutTests {
    @Test func `at a terminal a message is broken between words, below the beginning of its text`() {
        let process = RecordedProcess()
        _ = process.run(greet, ["hello", "--tongue", "klingonic", "x"], terminalWidth: 40)
        let lines = process.errors.split(separator: "\n").map(Self.plain)
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(lines.count == 3 && lines[1].hasPrefix("    "))
        #expect(lines[1].hasSuffix("not 'klingonic'"))
        #expect(lines[2] == "  hint: write one of these")
    }

    @Test func `what stands in backquotes is not broken where it fits a line`() {
        let process = RecordedProcess()
        let hint = "write `channels: [conda-forge, defaults]`, or one on each line, as `  - ITEM`; `a b` c"
        _ = process.run(greet, ["look", hint], terminalWidth: 48)
        let lines = process.errors.split(separator: "\n").map(Self.plain)
        #expect(
            lines.suffix(3) == [
                "  hint: write", "        `channels: [conda-forge, defaults]`, or",
                "        one on each line, as `  - ITEM`; `a b` c",
            ])
    }

    @Test(arguments: [(80, "~"), (nil, "/home/a")])
    func `at a terminal the home directory is '~'`(_ width: Int?, _ home: String) {
        let process = RecordedProcess()
        _ = process.run(greet, ["look", "see /home/a/b"], environment: ["HOME": "/home/a"], terminalWidth: width)
        #expect(Self.plain(process.errors[...]).hasSuffix("\n  hint: see \(home)/b\n"))
    }

    @Test func `what is no terminal gets a message in one line`() {
        let process = RecordedProcess()
        _ = process.run(greet, ["hello", "--tongue", "klingonic", "x"], environment: ["COLUMNS": "30"])
        #expect(process.errors.hasPrefix("greet: error: option --tongue is one of english, french, not 'klingonic'\n"))
    }

    private static func plain(_ line: Substring) -> String {
        var text = ""
        var isSequence = false
        for character in line {
            if character == "\u{1B}" { isSequence = true }
            if !isSequence { text.append(character) }
            if isSequence, character == "m" { isSequence = false }
        }
        return text
    }
}
