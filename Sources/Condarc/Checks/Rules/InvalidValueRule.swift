package enum InvalidValueRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "invalid-value", severity: .error, summary: "a value of the right type that conda refuses",
        rationale:
            "conda looks closer at some values, such as the scheme of channel_alias; what it refuses stops every "
            + "command.",
        bad: "channel_alias: https:/conda.example.org\n", good: "channel_alias: https://conda.example.org\n",
        fix: UnknownSchemeRule.documentation.fix)

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.valueProblems where problem.kind == .validation {
            let text = problem.setting.value.value.text
            findings.add(Self.self, problem, fix: text.flatMap { UnknownSchemeRule.fix($0, problem.origin, subject) })
        }
        for problem in subject.computedProblems where problem.code == .badValue {
            findings.add(Self.self, computed: problem)
        }
    }
}
