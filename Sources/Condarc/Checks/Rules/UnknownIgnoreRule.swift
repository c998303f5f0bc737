import HostPlatform
import LosslessYAML

package enum UnknownIgnoreRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "unknown-ignore", severity: .warning, summary: "a comment that ignores a rule that does not exist",
        rationale: "A misspelt name in `# condarc-tool: ignore[RULE]` suppresses nothing.",
        bad: "offline: true  # condarc-tool: ignore[insecure-ssi]\n",
        good: "ssl_verify: false  # condarc-tool: ignore[insecure-ssl]\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for unknown in subject.suppressions.unknown {
            findings.add(
                Self.self, at: .init(unknown.span), "there is no rule '\(unknown.name)'",
                hint: NearestName.of(unknown.name, among: RuleCatalog.names).map { "did you mean '\(name: $0)'?" }
                    ?? "all rules are listed by: condarc-tool check --explain"
            )
        }
    }
}
