import LosslessYAML

package enum YAMLDirectiveRule: CheckRule {
    package static let name = "yaml-directive"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "a %YAML directive",
        rationale:
            "conda reads all of its files with one reader, and the version that a directive names stays in force for the "
            + "files that it reads later: with 1.1, `yes` and `on` in them become booleans.",
        bad: "%YAML 1.1\n---\nalways_yes: true\n", good: "---\nalways_yes: true\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard let bytes = subject.document?.bytes else { return }
        var line = 1
        var rest = bytes[...]
        while !rest.isEmpty {
            let whole = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(whole.count + 1)
            let text = whole.starts(with: [0xEF, 0xBB, 0xBF]) ? whole.dropFirst(3) : whole
            if text.starts(with: "%YAML".utf8) {
                findings.add(
                    Self.self,
                    at: .init(
                        SourceSpan(SourceLocation(line: line, column: 1), to: SourceLocation(line: line, column: 6))),
                    "this directive also counts for the files that conda reads later",
                    hint: "remove the line")
                return
            }
            // Directives stand before the content.
            guard text.isEmpty || text.first == UInt8(ascii: "#") || text.first == UInt8(ascii: "%") else { return }
            line += 1
        }
    }
}
