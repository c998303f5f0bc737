import LosslessYAML

package enum SyntaxRule: CheckRule {
    package static let refusesText = true
    package static let documentation = RuleDocumentation(
        name: "syntax", severity: .error, summary: "the file is not YAML, or not a map of parameters",
        rationale: "conda leaves such a file out with no more than a warning, or stops with a traceback, depending on "
            + "what is wrong and on the command. No comment can suppress it.",
        bad: "channels: [conda-forge, bioconda\n", good: "channels: [conda-forge, bioconda]\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.problems where problem.kind == .notAMap { findings.add(Self.self, problem) }
    }

    package static func checkFailure(_ failure: CheckFailure, _ findings: inout FindingCollector) {
        guard case .syntax(let error) = failure else { return }
        let start = error.location ?? SourceLocation(line: 1, column: 1)
        findings.add(
            Self.self, at: .init(SourceSpan(start, to: error.end ?? start)), error.message, hint: error.advice,
            related: error.related)
    }
}
