import CondaURL
import LosslessYAML

package enum WorldReadableSecretRule: CheckRule {
    package static let standsApart = true
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "world-readable-secret", severity: .error, summary: "a secret in a file that every user may read",
        rationale:
            "A token or password in a URL is everybody's on a machine with several users if the file's mode lets "
            + "others read it.",
        bad: "proxy_servers:\n  https: https://kim:made-up@proxy.example.org:8080\n",
        good: "proxy_servers:\n  https: https://kim:${PROXY_PASSWORD}@proxy.example.org:8080\n",
        fix: "takes the rights of others away, if the file is in your home directory", example: .readableByOthers)

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard subject.traits.isReadableByOthers, let document = subject.document, let secret = subject.secrets.first
        else {
            return
        }
        let place = document.source.span(of: SourceRange(secret.start, secret.range.upperBound))
        findings.add(
            Self.self, at: .init(place), "every user of this machine may read this \(secret.kind.phrase)",
            hint: "take the secret out, or close the file to others: chmod o-rwx\(name(subject.path))",
            fix: subject.traits.isPrivate ? .closeToOthers : nil)
    }

    /// A path that stands in a command as it is.
    private static func name(_ path: String) -> String {
        !path.hasPrefix("-") && path.utf8.allSatisfy({ $0.isOfName || "./+".utf8.contains($0) }) ? " " + path : ""
    }
}
