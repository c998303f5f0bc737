package enum InvalidChoiceRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "invalid-choice", severity: .error, summary: "a word that its parameter does not offer",
        rationale: "Some parameters take one of a few words; any other stops every command.",
        bad: "channel_priority: stict\n", good: "channel_priority: strict\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.valueProblems where problem.kind == .choice { findings.add(Self.self, problem) }
    }
}
