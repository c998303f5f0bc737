import Testing

@testable import Condarc

@Suite struct `The catalog of rules` {
    @Test(arguments: RuleCatalog.names)
    func `a bad example has exactly its finding and a good one none`(_ name: String) throws {
        let rule = try #require(RuleCatalog.rule(named: name))
        let documentation = rule.documentation
        let checking = CheckingText(for: rule)
        let found =
            documentation.example == .notAFile
            ? try findings(ofNoFile: rule) : try checking.findings(documentation.bad)
        #expect(found.map(\.rule) == [name])
        #expect(try checking.findings(documentation.good).map(\.rule) == [])
    }

    /// What a rule finds where its bad example is the reason why there is no text, or a variable.
    private func findings(ofNoFile rule: any CheckRule.Type) throws -> [Finding] {
        let bad = rule.documentation.bad
        let variable = bad.split(separator: "=", maxSplits: 1).map(String.init)
        let checking = CheckingText(select: [rule.name])
        return try checking.checker().findings(unreadable: "condarc", message: bad, hint: nil)
            + checking.findingsOfWhole(variables: variable.count == 2 ? [variable[0]: variable[1]] : [:])
    }

    @Test(arguments: RuleCatalog.names)
    func `a documented fix mends the bad example, and nothing else claims one`(_ name: String) throws {
        let rule = try #require(RuleCatalog.rule(named: name))
        guard rule.documentation.example != .notAFile else { return }
        var checking = CheckingText(for: rule)
        checking.traits.isPrivate = true
        let bytes = Array(rule.documentation.bad.utf8)
        let repair = try checking.checker().repaired(path: "condarc", bytes: bytes, traits: checking.traits)
        // A wrong type is mended only where a list is due.
        let isMended = rule.documentation.fix != nil && name != "wrong-type"
        #expect(repair.fixed.map(\.rule) == (isMended ? [name] : []))
        #expect(repair.remaining.map(\.rule) == (isMended ? [] : [name]))
        let again = try checking.checker().repaired(path: "condarc", bytes: repair.bytes, traits: checking.traits)
        #expect(again.bytes == repair.bytes)
    }

    @Test func `names are lower-case words with dashes, each once`() {
        #expect(Set(RuleCatalog.names).count == RuleCatalog.names.count)
        #expect(RuleCatalog.names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
    }
}
