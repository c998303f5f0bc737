import LosslessYAML

/// `contradiction`
package enum ContradictionRule: CheckRule {
    package static let name = "contradiction"
    package static let severity = Severity.error
    package static let documentation = RuleDocumentation(
        "two parameters that exclude each other",
        rationale:
            "conda stops where always_copy and always_softlink are both true, and where client_ssl_cert_key is set "
            + "without client_ssl_cert.",
        bad: "always_copy: true\nalways_softlink: true\n", good: "always_copy: true\n")

    /// A key without a certificate may have its certificate in another source, so that is for the whole to tell.
    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard !subject.isPartOfWhole, isTrue("always_copy", subject), isTrue("always_softlink", subject),
            let later = subject.known.last(where: { ["always_copy", "always_softlink"].contains($0.parameter.name) })
        else { return }
        findings.add(
            Self.self, at: .init(later.setting.origin), "always_copy and always_softlink cannot both be true",
            hint: "set one of them to false")
    }

    private static func isTrue(_ name: String, _ subject: CheckSubject) -> Bool {
        guard let value = subject.setting(name)?.value.value else { return false }
        return (try? Coercion.typed(value, as: .bool)) == true
    }

    static func check(whole: Configuration, _ findings: inout FindingCollector) {
        for error in whole.problems() where error.code == .contradiction {
            let place = FindingCollector.Place(path: error.path, line: error.line ?? 1, column: error.column ?? 1)
            findings.add(Self.self, at: place, error.message, hint: error.hint)
        }
    }
}
