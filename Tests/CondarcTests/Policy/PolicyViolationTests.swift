import LosslessYAML
import Testing

@testable import Condarc

@Suite struct PolicyViolationTests {
    @Test func `as a finding it is an error at its place, and about no line where something is missing`() {
        var violation = PolicyViolation(
            .pinned, home: "/home/kim", path: "/f", line: 3, column: 5, message: "no", hint: "do", mendedIn: "/f")
        violation.end = SourceLocation(line: 3, column: 9)
        let finding = violation.finding
        #expect(finding.rule == "pinned" && finding.severity == .error && finding.line == 3 && finding.column == 5)
        #expect(finding.hasLine && finding.end == violation.end && finding.message == "no" && finding.hint == "do")
        let missing = PolicyViolation(.required, home: nil, path: "/f", message: "no").finding
        #expect(!missing.hasLine && missing.line == 1)
    }

    @Test func `two homes with the same fault are told as one`() {
        func violation(_ home: String?) -> PolicyViolation {
            var violation = PolicyViolation(
                .forbiddenKey, home: home, path: "/etc/f", line: 1, column: 1, key: "a", message: "no",
                mendedIn: "/etc/f")
            violation.end = SourceLocation(line: 1, column: 2)
            return violation
        }
        #expect(violation("/home/kim") != violation("/home/ann"))
        #expect(
            violation("/home/kim").ofNoHome == violation("/home/ann").ofNoHome
                && violation("/home/kim").ofNoHome == violation(nil))
    }

    @Test func `each rule has a name of its own and a sentence`() {
        let rules = PolicyViolation.Rule.allCases
        #expect(Set(rules.map(\.summary)).count == rules.count)
        #expect(rules.allSatisfy { $0.summary.first?.isLowercase == true && $0.summary.last != "." })
    }
}
