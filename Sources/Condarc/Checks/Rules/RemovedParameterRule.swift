package enum RemovedParameterRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "removed-parameter", severity: .warning, summary: "a parameter that conda no longer has",
        rationale: "conda passes over it without a word: what it was to do is not done.",
        bad: "restore_free_channel: true\n", good: "channels:\n  - conda-forge\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        // Where conda knows all, none is looked up again.
        guard subject.known.count < subject.settings.count else { return }
        for setting in subject.settings where setting.parameter == nil {
            guard let replacement = RemovedParameters.replacement(of: setting.key) else { continue }
            findings.add(
                Self.self, at: .init(setting.origin),
                "conda no longer has the parameter '\(setting.key)'", hint: replacement)
        }
    }
}
