import LosslessYAML

/// `secret-in-url`
package enum SecretInURLRule: CheckRule {
    package static let name = "secret-in-url"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "a token or password in a URL",
        rationale: "Configuration files are shared, backed up and committed, and what stands in a URL appears in logs. "
            + "Comments count as well. Let an auth handler supply the token, or take it from an environment variable, "
            + "which conda puts in.",
        bad: "channels:\n  - https://conda.example.org/t/ab-12345678-made-up/private\n",
        good: "channels:\n  - https://conda.example.org/t/${PRIVATE_TOKEN}/private\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        if let document = subject.document {
            for secret in subject.secrets {
                let place = document.source.location(at: secret.offset)
                add(secret.kind, at: .init(line: place.line, column: place.column), &findings)
            }
        } else {
            // A variable of the environment is where a password may stand, but a token has better places.
            for setting in subject.settings {
                let texts = setting.value.value.items?.map(\.pythonText) ?? [setting.value.value.pythonText]
                guard
                    let secret = texts.lazy.flatMap({ URLSecret.secrets(in: $0.utf8) }).first(where: {
                        $0.kind == .token
                    })
                else { continue }
                add(secret.kind, at: .init(setting.origin), &findings)
            }
        }
    }

    private static func add(
        _ kind: URLSecret.Kind, at place: FindingCollector.Place, _ findings: inout FindingCollector
    ) {
        findings.add(
            Self.self, at: place, "a \(kind.rawValue) stands in this URL",
            hint: kind == .token
                ? "store it with 'keyring-tool set' and take it out of the URL"
                : "take it from a variable, as in https://user:${PASSWORD}@host")
    }
}
