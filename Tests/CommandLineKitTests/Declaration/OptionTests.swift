import CommandLineKit
import Testing

@Suite struct OptionTests {
    @Test func `options that every command has share no name or letter`() {
        let options = Option.forWriting + [.help, .reveal, .backup]
        #expect(Set(options.map(\.long)).count == options.count)
        let letters = options.compactMap(\.short)
        #expect(Set(letters).count == letters.count)
        #expect(options.allSatisfy { !$0.long.hasPrefix("-") && $0.help.last == "." })
    }

    @Test func `one that takes several values may be given several times`() {
        #expect(Option("a", help: "A.", takesSeveral: true).isRepeatable)
        #expect(!Option("a", help: "A.").isRepeatable && Option("a", help: "A.", isRepeatable: true).isRepeatable)
    }

    @Test func `quiet and verbose exclude each other`() {
        #expect(Option.quiet.group == Option.verbose.group && Option.quiet.group != nil)
    }
}
