import CondaURL
import LosslessYAML

package enum ListItemSwallowedRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "list-item-swallowed", severity: .warning,
        summary: "an item of a list that became a part of the one above it",
        rationale:
            "A dash that stands deeper than that of the item above begins no item: YAML joins both lines to one text, "
            + "`conda-forge - bioconda`.",
        bad: "channels:\n  - conda-forge\n    - bioconda\n", good: "channels:\n  - conda-forge\n  - bioconda\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard let document = subject.document else { return }
        for (setting, _) in subject.known {
            for item in setting.value.itemsWithin {
                guard let text = item.value.text, text.contains(" - "),
                    case .file(_, let line, _, _) = item.origin, let dash = dash(in: document, line: line + 1)
                else { continue }
                findings.add(
                    Self.self, at: .init(document.source.span(of: SourceRange(dash, dash + 1))),
                    "\(setting.key): this line is a part of the item above: '\(text)'",
                    hint: "give both dashes the same indentation")
            }
        }
    }

    /// Where a line, from 1, begins with a dash.
    private static func dash(in document: YAMLDocument, line: Int) -> Int? {
        let start = document.source.offset(of: SourceLocation(line: line, column: 1))
        let place = document.bytes[start...].firstIndex { $0 != UInt8(ascii: " ") }
        return place.flatMap { document.bytes[$0] == UInt8(ascii: "-") ? $0 : nil }
    }
}
