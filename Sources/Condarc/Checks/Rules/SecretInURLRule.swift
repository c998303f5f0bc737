import CondaURL
import LosslessYAML

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
                let place = document.source.span(of: SourceRange(secret.start, secret.range.upperBound))
                add(secret.kind, at: .init(place), &findings)
            }
        } else {
            // A variable of the environment is where a password may stand, but a token has better places.
            for setting in subject.settings {
                let texts = setting.value.value.items?.map(\.pythonText) ?? [setting.value.value.pythonText]
                guard
                    let secret = texts.lazy.flatMap({ SecretScanner.secrets(in: $0.utf8, as: .value) }).first(where: {
                        $0.kind != .password
                    })
                else { continue }
                add(secret.kind, at: .init(setting.origin), &findings)
            }
        }
    }

    private static func add(
        _ kind: SecretSpan.Kind, at place: FindingCollector.Place, _ findings: inout FindingCollector
    ) {
        findings.add(
            Self.self, at: place,
            kind == .bare ? "a token stands here" : "a \(kind.phrase) stands in this URL",
            hint: kind == .password || kind == .query
                ? "take it from a variable, as in https://user:${PASSWORD}@host"
                : "store it with 'keyring-tool set' and take it out of the \(kind == .bare ? "file" : "URL")")
    }
}

extension SecretSpan.Kind {
    /// For sentences, behind an article.
    var phrase: String {
        switch self {
        case .token, .password: rawValue
        case .user: "token as user name"
        case .query: "secret in the query"
        case .bare: "token"
        case .named: "secret"
        }
    }
}
