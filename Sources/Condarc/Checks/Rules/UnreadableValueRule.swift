import LosslessYAML

package enum UnreadableValueRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "unreadable-value", severity: .error, summary: "a date, a tag or a tab that conda cannot read",
        rationale: "YAML reads a bare date as a date and not as text, and conda has no use for either a date or a "
            + "tag: every command ends with a traceback, even if the key is one that conda does not know. A file with a tab "
            + "after a colon is left out.",
        bad: "exclude_newer: 2026-01-31\n", good: "exclude_newer: '2026-01-31'\n",
        fix: "puts quotes around a date, and a blank in place of a tab")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.problems where problem.kind == .unreadableValue {
            let isDate = problem.node.kind == .scalar && problem.node.propertiesRange == nil
            let tab = problem.error.isPassedOver ? problem.error.range : nil
            findings.add(
                Self.self, problem,
                fix: tab.map { .rename($0, to: " ") } ?? (isDate ? .quote(problem.node.range) : nil))
        }
    }
}
