import LosslessYAML

package enum MissingFileRule: CheckRule {
    package static let judgesNewValues = true
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "missing-file", severity: .error, summary: "a file of certificates that is not there",
        rationale:
            "ssl_verify may name a file or directory of certificates, and conda stops where it is missing; what client_ssl_cert "
            + "and client_ssl_cert_key name it misses only later. Ignore the rule where files are checked that are meant for another machine, as in continuous integration.",
        bad: "ssl_verify: /nowhere/ca-bundle.pem\n", good: "ssl_verify: truststore\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.valueProblems where problem.kind == .missingFile { findings.add(Self.self, problem) }
        // conda notices these only when a server asks for one.
        for (setting, parameter) in subject.known where parameter.name.hasPrefix("client_ssl_cert") {
            guard let text = setting.value.value.text, !text.isEmpty, text.lowercased() != "none",
                !subject.options.pathExists(text)
            else { continue }
            findings.add(
                Self.self, as: .warning, at: .init(setting.value.origin),
                "\(setting.key): there is no file '\(text)'",
                hint: "give the path of a file in PEM format")
        }
    }
}
