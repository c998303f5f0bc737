import LosslessYAML

package enum TypographicQuotesRule: CheckRule {
    package static let name = "typographic-quotes"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "quotation marks of a word processor around a value",
        rationale:
            "YAML knows ' and \" alone. Curly quotes are letters to it, and become a part of the value: a channel with quotes in its name.",
        bad: "channels:\n  - “conda-forge”\n", good: "channels:\n  - \"conda-forge\"\n")

    private static let quotes: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»"]

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        // What conda refuses is told once, with the same hint.
        let refused = subject.valueProblems.filter { $0.kind == .validation && $0.hint == hint }.map(\.setting.key)
        for setting in subject.settings where !refused.contains(setting.key) {
            look(at: setting.value, setting.key, &findings)
        }
    }

    private static func look(at value: TracedValue, _ key: String, _ findings: inout FindingCollector) {
        switch value.content {
        case .sequence(let items): for item in items { look(at: item, key, &findings) }
        case .mapping(let entries): for entry in entries { look(at: entry.value, key, &findings) }
        case .scalar(.string(let text)):
            guard stand(around: text) else { return }
            findings.add(
                Self.self, at: .init(value.origin), "\(key): the curly quotes are a part of this value", hint: hint)
        case .scalar: break
        }
    }

    static let hint = "write ' or \" in their place, or no quotes"

    /// Whether a text begins or ends with one.
    static func stand(around text: String) -> Bool {
        [text.unicodeScalars.first, text.unicodeScalars.last].contains { $0.map(quotes.contains) ?? false }
    }
}
