import CommandLineKit
import TestSupport
import Testing

@Suite struct PlaceOptionsTests {
    @Test(arguments: [
        ("greet look x", "greet look --at 'a b' x"), ("'greet look'", "'greet look --at 'a b''"),
        ("greet look x, or greet look y", "greet look --at 'a b' x, or greet look --at 'a b' y"),
        ("greet look --here x", "greet look --here x"), ("greet look --at c x", "greet look --at c x"),
        ("greet hello Ada", "greet hello Ada"), ("see 'greet look --help'", "see 'greet look --help'"),
        ("greet nothing", "greet nothing"), ("look", "look"),
    ])
    func `a command in a hint works where the call did`(hint: String, completed: String) {
        let text = RecordedProcess()
        #expect(text.run(greet, ["look", hint, "--at", "a b"]) == .badData)
        #expect(text.errors == "greet: error: nothing is there\n  hint: \(completed)\n")
        let json = RecordedProcess()
        _ = json.run(greet, ["look", hint, "--at", "a b", "--json"])
        #expect(json.output.contains(#""hint": "\#(completed)"}"#))
    }

    @Test func `a flag is taken along as well`() {
        let process = RecordedProcess()
        _ = process.run(greet, ["look", "greet look x", "--here"])
        #expect(process.errors.hasSuffix("  hint: greet look --here x\n"))
    }

    @Test func `the hint for a command line that cannot be read has what was read`() {
        let process = RecordedProcess()
        #expect(process.run(greet, ["look", "--at", "c", "--here", "key=value"]) == .usage)
        #expect(process.run(greet, ["look", "--at", "c", "--at", "d", "x"]) == .usage)
        #expect(
            process.errors == "greet: error: options --at and --here exclude each other\n"
                + "  hint: leave one of them out\n" + "greet: error: option --at is given twice\n"
                + "  hint: give it once: of 'c' and 'd' only one would count\n")
    }
}
