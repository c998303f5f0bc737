import LosslessYAML

/// `unknown-scheme`
package enum UnknownSchemeRule: CheckRule {
    package static let name = "unknown-scheme"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "a channel's URL with a scheme that conda cannot fetch from",
        rationale:
            "conda fetches from http, https, file, ftp and s3. With another scheme, or one slash in place of two, it stops "
            + "when it first asks for the channel.",
        bad: "channels:\n  - htps://conda.example.org/stable\n",
        good: "channels:\n  - https://conda.example.org/stable\n")

    /// Source: conda.gateways.connection.session, the adapters that are mounted.
    private static let known = ["https", "http", "file", "ftp", "s3"]

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for use in subject.channelUses() {
            guard let scheme = scheme(of: use.text) else { continue }
            let isKnown = known.contains(scheme.name.lowercased())
            if isKnown, scheme.slashes >= 2 { continue }
            let nearest = isKnown ? scheme.name : subject.options.nearestName(scheme.name.lowercased(), known)
            findings.add(
                Self.self, at: .init(use.origin),
                isKnown
                    ? "\(use.parameter.name): two slashes are due behind '\(scheme.name):'"
                    : "\(use.parameter.name): conda cannot fetch from '\(scheme.name):'",
                hint: nearest.map { "write \($0)://" } ?? "it fetches from " + known.joined(separator: ", "))
        }
    }

    /// What stands before a `:` with a slash behind it.
    private static func scheme(of text: String) -> (name: String, slashes: Int)? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
        // One letter is a drive of Windows.
        guard name.count > 1, name.first?.isLetter == true, text[name.endIndex...].first == ":" else { return nil }
        let slashes = text[name.endIndex...].dropFirst().prefix { $0 == "/" }.count
        return slashes > 0 ? (String(name), slashes) : nil
    }
}
