import LosslessYAML
import Testing

@testable import Condarc

@Suite struct FindingCollectorTests {
    private func place(_ line: Int, _ column: Int) -> FindingCollector.Place {
        .init(Origin.file(path: "/c", line: line, column: column, range: nil))
    }

    @Test func `what decides about a value leaves nothing to tell of what follows from it`() {
        var findings = FindingCollector(path: "/c")
        findings.add(WrongTypeRule.self, at: place(1, 5), "first")
        findings.add(DoubtfulValueRule.self, at: place(1, 5), decides: true, "it is a template")
        findings.add(UnknownSchemeRule.self, at: place(1, 5), "last")
        findings.add(UnknownSchemeRule.self, at: place(1, 6), "elsewhere")
        findings.add(SecretInURLRule.self, at: place(1, 5), "a secret is one all the same")
        #expect(findings.told.map(\.message) == ["it is a template", "elsewhere", "a secret is one all the same"])
        // As grave as the gravest of them.
        #expect(findings.told[0].severity == .error && DoubtfulValueRule.severity != .error)
    }

    @Test func `what is about no line is told whatever else is wrong`() {
        var findings = FindingCollector(path: "/c")
        findings.add(DoubtfulValueRule.self, at: place(1, 1), decides: true, "decides")
        findings.add(UnknownSchemeRule.self, at: .init(.variable("CONDA_CHANNELS")), "in a variable")
        #expect(findings.told.map(\.path) == ["/c", "$CONDA_CHANNELS"])
    }

    @Test func `a file that is made to have millions of findings has an end, and says so`() {
        var findings = FindingCollector(path: "/c")
        for line in 1...FindingCollector.limit + 5 { findings.add(UnknownSchemeRule.self, at: place(line, 1), "x") }
        findings.add(WrongTypeRule.self, at: place(1, 1), "another rule")
        #expect(findings.findings.count == FindingCollector.limit + 1)
        #expect(findings.findings[FindingCollector.limit - 1].hint == "further findings of this rule are left out")
    }
}
