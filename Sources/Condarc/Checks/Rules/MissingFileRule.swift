/// `missing-file`
package enum MissingFileRule: CheckRule {
    package static let name = "missing-file"
    package static let severity = Severity.error
    package static let documentation = RuleDocumentation(
        "a file of certificates that is not there",
        rationale:
            "ssl_verify may name a file or directory of certificates, and conda stops where it is missing. Ignore "
            + "the rule where files are checked that are meant for another machine, as in continuous integration.",
        bad: "ssl_verify: /nowhere/ca-bundle.pem\n", good: "ssl_verify: truststore\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.valueProblems where problem.kind == .missingFile { findings.add(Self.self, problem) }
    }
}
