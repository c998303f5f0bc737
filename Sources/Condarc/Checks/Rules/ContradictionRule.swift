package enum ContradictionRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "contradiction", severity: .error, summary: "two parameters that exclude each other",
        rationale:
            "conda stops where always_copy and always_softlink are both true, and where client_ssl_cert_key is set "
            + "without client_ssl_cert.",
        bad: "always_copy: true\nalways_softlink: true\n", good: "always_copy: true\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard !subject.isPartOfWhole else { return }
        let configuration = subject.context.configuration
        if let error = configuration.copyAndLink { findings.add(Self.self, computed: error) }
        // Another file may have it, but hardly does.
        if let error = configuration.keyWithoutCertificate {
            findings.add(
                Self.self, as: .warning, at: .init(error), "\(error.description), which this file does not set",
                hint: error.advice)
        }
    }

    package static func checkWhole(_ whole: CheckedConfiguration, _ findings: inout FindingCollector) {
        for error in whole.sources.contradictions() {
            var place = FindingCollector.Place(error)
            place.path = error.path
            findings.add(Self.self, at: place, error.description, hint: error.advice)
        }
    }
}
