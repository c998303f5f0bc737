package enum ChannelNotAllowedRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "channel-not-allowed", severity: .error,
        summary: "a channel that allowlist_channels or denylist_channels rejects",
        rationale: "conda stops at the first such channel, whatever it was asked to do.",
        bad: "channels:\n  - conda-forge\ndenylist_channels:\n  - conda-forge\n",
        good: "channels:\n  - conda-forge\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.computedProblems where problem.code == .channelNotAllowed {
            findings.add(Self.self, computed: problem)
        }
    }
}
