package enum ContradictionRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "contradiction", severity: .error, summary: "two parameters that exclude each other",
        rationale:
            "conda stops where always_copy and always_softlink are both true, and where client_ssl_cert_key is set "
            + "without client_ssl_cert.",
        bad: "always_copy: true\nalways_softlink: true\n", good: "always_copy: true\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard !subject.isPartOfWhole else { return }
        report(subject.context.configuration.contradictions(isWhole: false), &findings)
        // Another file may have it, but hardly does.
        for (setting, _) in subject.known("client_ssl_cert_key")
        where setting.value.value.isTrue && setting.value.value.text?.lowercased() != "none"
            && subject.known("client_ssl_cert").isEmpty
        {
            findings.add(
                Self.self, as: .warning, at: .init(setting.origin),
                "client_ssl_cert_key: the key is of no use without client_ssl_cert, which this file does not set",
                hint: "set client_ssl_cert to the file with the certificate")
        }
    }

    package static func check(_ whole: CheckedConfiguration, _ findings: inout FindingCollector) {
        report(whole.sources.contradictions(), &findings)
    }

    private static func report(_ errors: [CondarcError], _ findings: inout FindingCollector) {
        for error in errors {
            var place = FindingCollector.Place(error)
            place.path = error.path
            findings.add(Self.self, at: place, error.description, hint: error.hint)
        }
    }
}
