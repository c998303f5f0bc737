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
        let refused = subject.valueProblems.filter { $0.kind == .validation && $0.error.hint == hint }.map(
            \.setting.key)
        for setting in subject.settings where !refused.contains(setting.key) {
            setting.value.forEachText { text, origin in
                guard stand(around: text) else { return }
                findings.add(
                    Self.self, at: .init(origin), "\(setting.key): the curly quotes are a part of this value",
                    hint: hint)
            }
        }
    }

    static let hint = "write ' or \" in their place, or no quotes"

    /// Whether a text begins or ends with one.
    static func stand(around text: String) -> Bool {
        [text.unicodeScalars.first, text.unicodeScalars.last].contains { $0.map(quotes.contains) ?? false }
    }
}
