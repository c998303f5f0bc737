import CondaURL
import HostPlatform
import LosslessYAML

package enum SecretInURLRule: CheckRule {
    package static let judgesNewValues = true
    package static let standsApart = true
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "secret-in-url", severity: .warning, summary: "a token or password in a URL",
        rationale: "Configuration files are shared, backed up and committed, and what stands in a URL appears in logs. "
            + "Comments count as well. Let an auth handler supply the token, or take it from an environment variable, "
            + "which conda puts in.",
        bad: "channels:\n  - https://conda.example.org/t/ab-12345678-made-up/private\n",
        good: "channels:\n  - https://conda.example.org/t/${PRIVATE_TOKEN}/private\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        if let document = subject.document {
            for secret in subject.secrets where secret.kind != .privateKey || isInComment(secret, of: document) {
                let place = document.source.span(of: SourceRange(secret.start, secret.range.upperBound))
                add(secret, in: document.bytes, at: .init(place), &findings)
            }
        } else {
            // A variable of the environment is where a password may stand, but a token has better places.
            for setting in subject.settings {
                if let sign = setting.secretIsCutAt { addCut(setting, at: sign, &findings) }
                let texts = setting.value.value.items?.map(\.pythonText) ?? [setting.value.value.pythonText]
                let found = texts.lazy.compactMap { text in
                    SecretScanner.secrets(in: text.utf8, as: .value).first { $0.kind != .password && !$0.isDoubtful }
                        .map { (text, $0) }
                }.first
                guard let (text, secret) = found else { continue }
                add(secret, in: Array(text.utf8), at: .init(setting.origin), &findings)
            }
        }
    }

    /// What stands as a value is another rule's.
    private static func isInComment(_ secret: SecretSpan, of document: YAMLDocument) -> Bool {
        document.comments.contains { $0.range.offsets.contains(secret.start) }
    }

    private static func add(
        _ secret: SecretSpan, in text: [UInt8], at place: FindingCollector.Place, _ findings: inout FindingCollector
    ) {
        findings.add(
            Self.self, at: place,
            secret.kind == .bare || secret.kind == .privateKey
                ? "a \(secret.kind.phrase) stands here" : "a \(secret.kind.phrase) stands in this URL",
            hint: hint(secret, in: text))
    }

    private static func addCut(_ setting: Setting, at sign: Character, _ findings: inout FindingCollector) {
        let isOfPaths = sign == ":" || sign == ";"
        findings.add(
            Self.self, at: .init(setting.origin),
            "\(setting.key): a URL with a secret in it stands here, and each '\(sign)' cuts it in pieces",
            hint: isOfPaths
                ? "write directories alone"
                : "write \(PercentEncoding.encode(String(sign).utf8, keeping: "")) for each '\(sign)' in the URL")
    }

    private static func hint(_ secret: SecretSpan, in text: [UInt8]) -> Advice {
        switch secret.kind {
        case .password, .query: "take it from a variable, as in https://user:${PASSWORD}@host"
        case .privateKey: "put it into a file of its own with mode 0600, and take it out"
        case .user: "take it from a variable, as in https://${TOKEN}@host"
        case .bare, .named: "take it out, and store it: keyring-tool set --store keyring --org ORG"
        case .token:
            "take /t/… out, and store the token: keyring-tool set --store conda-token --url \(channel(around: secret, in: text).map { ShellWord.quoted($0) } ?? "URL")"
        }
    }

    /// The URL that is left without a token, with which the URLs begin that conda puts a stored one into; nil where
    /// something else in it is to be hidden.
    private static func channel(around token: SecretSpan, in text: [UInt8]) -> String? {
        let rest = text[token.range.upperBound...].prefix { $0 > 0x20 && !"\"',]}".utf8.contains($0) }
        let whole = String(decoding: text[token.start..<rest.endIndex], as: UTF8.self)
        return whole.hasPrefix("http") ? ChannelURL(whole)?.siteOfToken : nil
    }
}
