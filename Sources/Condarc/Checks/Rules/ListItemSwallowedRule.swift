import CondaURL
import LosslessYAML

package enum ListItemSwallowedRule: CheckRule {
    package static let name = "list-item-swallowed"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "an item of a list that became a part of the one above it",
        rationale:
            "A dash that stands deeper than that of the item above begins no item: YAML joins both lines to one text, "
            + "`conda-forge - bioconda`.",
        bad: "channels:\n  - conda-forge\n    - bioconda\n", good: "channels:\n  - conda-forge\n  - bioconda\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard let document = subject.document else { return }
        for (setting, parameter) in subject.known {
            let items = setting.value.items ?? (setting.value.entries ?? []).flatMap { $0.value.items ?? [] }
            for item in items {
                guard let text = item.value.text, text.contains(" - "),
                    case .file(_, let line, _, _) = item.origin,
                    startsWithDash(document, line: line + 1)
                else { continue }
                findings.add(
                    Self.self, at: .init(item.origin),
                    "\(parameter.name): the next line is a part of this item: \(Coercion.quoted(text))",
                    hint: "give both dashes the same indentation")
            }
        }
    }

    /// - Parameter line: from 1.
    private static func startsWithDash(_ document: YAMLDocument, line: Int) -> Bool {
        let start = document.source.offset(of: SourceLocation(line: line, column: 1))
        return document.bytes[start...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "-")
    }
}
