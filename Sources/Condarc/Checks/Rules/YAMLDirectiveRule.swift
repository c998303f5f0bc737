import LosslessYAML

package enum YAMLDirectiveRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "yaml-directive", severity: .warning, summary: "a %YAML directive",
        rationale:
            "conda reads all of its files with one reader, and the version that a directive names stays in force for the "
            + "files that it reads later: with 1.1, `yes` and `on` in them become booleans.",
        bad: "%YAML 1.1\n---\nalways_yes: true\n", good: "---\nalways_yes: true\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard let document = subject.document, let directive = document.versionDirective else { return }
        findings.add(
            Self.self, at: .init(document.source.span(of: directive)),
            "this directive also counts for the files that conda reads later", hint: "remove the line")
    }
}
