package enum DuplicateKeyRule: CheckRule {
    package static let standsApart = true
    package static let isOfRepeatedKeys = true
    package static let documentation = RuleDocumentation(
        name: "duplicate-key", severity: .error, summary: "a key stands twice in one map",
        rationale: "Only one of the two can count. conda stops with a traceback; other readers take the last one.",
        bad: "channels:\n  - conda-forge\nchannels:\n  - bioconda\n",
        good: "channels:\n  - conda-forge\n  - bioconda\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.problems where problem.kind == .duplicateKey { findings.add(Self.self, problem) }
    }
}
