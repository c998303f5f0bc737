import LosslessYAML

package enum UnreadableRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "unreadable", severity: .error, summary: "the file is not there, or cannot be read",
        rationale: "conda stops at any file of its search path that it may not read. No comment can suppress it.",
        bad: "a file with mode 0000, a directory, or a name that leads nowhere", good: "channels:\n  - conda-forge\n",
        example: .notAFile)

    package static func checkFailure(_ failure: CheckFailure, _ findings: inout FindingCollector) {
        guard case .unreadable(let message, let hint) = failure else { return }
        findings.add(Self.self, at: .whole, message, hint: hint.map { Advice($0) })
    }
}
