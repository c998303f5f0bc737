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
            guard let complaint = complaint(about: use.text, nearestName: subject.options.nearestName) else { continue }
            findings.add(
                Self.self, at: .init(use.origin), "\(use.parameter.name): \(complaint.message)", hint: complaint.hint)
        }
    }

    /// What is wrong with the scheme of a channel's URL; nil where nothing is, or it is no URL.
    package static func complaint(
        about channel: String, nearestName: (String, [String]) -> String?
    ) -> (message: String, hint: String)? {
        if let name = known.first(where: { channel.hasPrefix($0 + "//") }) {
            return ("a colon is due behind '\(name)'", "write \(name)://")
        }
        guard let scheme = scheme(of: channel) else { return nil }
        let isKnown = known.contains(scheme.name.lowercased())
        if isKnown, scheme.slashes >= 2 { return nil }
        let nearest = isKnown ? scheme.name : nearestName(scheme.name.lowercased(), known)
        return (
            isKnown ? "two slashes are due behind '\(scheme.name):'" : "conda cannot fetch from '\(scheme.name):'",
            nearest.map { "write \($0)://" } ?? "it fetches from " + known.joined(separator: ", ")
        )
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
