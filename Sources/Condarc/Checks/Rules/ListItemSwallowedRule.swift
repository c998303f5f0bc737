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

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard let document = subject.document else { return }
        for (setting, _) in subject.known {
            for item in setting.value.itemsWithin {
                guard let text = item.value.text, let dash = dash(in: item, of: document) else { continue }
                findings.add(
                    Self.self, at: .init(document.source.span(of: SourceRange(dash, dash + 1))),
                    "\(setting.key): this line is a part of the item above: '\(text)'",
                    hint: "give both dashes the same indentation")
            }
        }
    }

    /// The dash that a line of an item begins with, but for the first line, which begins with its own.
    static func dash(in item: TracedValue, of document: YAMLDocument?) -> Int? {
        guard let document, let range = item.origin.range, item.value.text?.contains(" - ") == true else { return nil }
        var isIndentation = false
        for place in range.offsets {
            switch document.bytes[place] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isIndentation = true
            case UInt8(ascii: "-") where isIndentation: return place
            case UInt8(ascii: " "): continue
            default: isIndentation = false
            }
        }
        return nil
    }
}
