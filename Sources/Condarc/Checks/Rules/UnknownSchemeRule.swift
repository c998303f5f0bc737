import CondaURL
import HostPlatform
import LosslessYAML

package enum UnknownSchemeRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "unknown-scheme", severity: .warning, summary: "a URL with a scheme that conda cannot use",
        rationale:
            "conda fetches from http, https, file, ftp and s3, and asks proxies of http, https and socks. With another scheme, "
            + "or one slash in place of two, it stops when it first asks; of custom_channels it passes over what has none.",
        bad: "channels:\n  - https:/conda.example.org/stable\n",
        good: "channels:\n  - https://conda.example.org/stable\n",
        fix: "writes the second slash behind http: and https:")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        let refused = subject.valueProblems.filter { $0.kind == .validation }.map(\.origin)
        func look(at value: TracedValue, _ parameter: Parameter) {
            guard let text = value.value.text, !refused.contains(value.origin),
                let complaint = URLScheme.complaint(about: text, in: parameter)
            else { return }
            findings.add(
                Self.self, at: .init(value.origin), parameter.name, complaint, fix: fix(text, value.origin, subject))
        }
        for use in subject.channelUses {
            if let name = use.entryName, URLParts.hasScheme(name), let text = use.value.value.text,
                ShapeHint.isPlain(text[...])
            {
                findings.add(
                    Self.self, at: .init(use.value.origin),
                    "\(use.parameter.name): the name of a channel stands before the ':', its URL behind it",
                    hint: "swap them: \(text): \(name)")
            } else {
                look(at: use.value, use.parameter)
            }
        }
        for (setting, parameter) in subject.known("proxy_servers") {
            for entry in setting.value.entries ?? [] { look(at: entry.value, parameter) }
        }
    }

    /// `https:/host` can mean only one thing.
    static func fix(_ text: String, _ origin: Origin, _ subject: CheckSubject) -> Fix? {
        guard let scheme = URLScheme.scheme(of: text), scheme.slashes == 1, ["http", "https"].contains(scheme.name),
            case let rest = text.dropFirst(scheme.name.utf8.count + 2), rest.first?.isLetter == true
        else { return nil }
        return subject.path(to: origin).map { .set(.string("\(scheme.name)://\(rest)"), at: $0) }
    }
}
