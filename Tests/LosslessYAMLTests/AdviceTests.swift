import Testing

@testable import LosslessYAML

@Suite struct AdviceTests {
    @Test func `the sentence holds what it proposes`() {
        let (name, line) = ("channels", "channels: [a]")
        #expect(("did you mean '\(name: name)'?" as Advice).text == "did you mean 'channels'?")
        #expect(("did you mean '\(name: name)'?" as Advice).proposal == .name("channels"))
        #expect(("write \(word: name.dropLast()), or not" as Advice).proposal == .word("channel"))
        #expect(("write `\(line: line)`" as Advice).text == "write `channels: [a]`")
        #expect(("write `\(line: line)`" as Advice).proposal == .line("channels: [a]"))
    }

    @Test func `what nothing marks is for whoever reads it`() {
        let name = "channels"
        #expect(("remove it" as Advice).proposal == nil)
        #expect(("write \(name), or 3" as Advice) == Advice("write channels, or 3"))
    }

    @Test(
        arguments: [
            (.name("a b"), false), (.word("https://h.example/x"), false), (.word("${NAME}"), false),
            (.word("a b"), true),
            (.word("a…"), true), (.word("`a`"), true), (.word(""), true), (.line("- a"), false),
            (.line("channels: [a, b]"), false), (.line("channels: [ITEM]"), true), (.line("http://HOST:8080"), true),
            (.line("- …"), true), (.line("- `a`"), true), (.line("- ITEMS"), false),
        ] as [(Advice.Proposal, Bool)])
    func `a text with a gap is told from a whole one`(proposal: Advice.Proposal, hasGap: Bool) {
        #expect(proposal.hasGap == hasGap)
    }

    @Test func `of advice in advice the whole proposal counts`() {
        let (whole, gap): (Advice, Advice) = ("put it in quotes: `\(line: "a: 'b'")`", "write `\(line: "a: VALUE")`")
        #expect(("write \(word: "b"); else \(whole)" as Advice).text == "write b; else put it in quotes: `a: 'b'`")
        #expect(("write \(word: "b"); else \(whole)" as Advice).proposal == whole.proposal)
        #expect(("write \(word: "b"); else \(gap)" as Advice).proposal == .word("b"))
        #expect(("a mistake: \(gap)" as Advice).proposal == gap.proposal)
    }
}
