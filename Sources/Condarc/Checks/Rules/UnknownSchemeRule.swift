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

    /// Source: conda.gateways.connection.session, the adapters that are mounted.
    private static let known = ["https", "http", "file", "ftp", "s3"]

    /// Source: requests.adapters and urllib3, `ProxyManager` and `SOCKSProxyManager`.
    private static let ofProxies = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        let refused = subject.valueProblems.filter { $0.kind == .validation }.map(\.origin)
        func look(at value: TracedValue, _ parameter: Parameter) {
            guard let text = value.value.text, !refused.contains(value.origin),
                let complaint = complaint(about: text, in: parameter)
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
        guard let scheme = scheme(of: text), scheme.slashes == 1, ["http", "https"].contains(scheme.name),
            case let rest = text.dropFirst(scheme.name.utf8.count + 2), rest.first?.isLetter == true
        else { return nil }
        return subject.path(to: origin).map { .set(.string("\(scheme.name)://\(rest)"), at: $0) }
    }

    /// What is wrong with the scheme of a URL; nil where nothing is, or none is due.
    ///
    /// - Parameter parameter: whose value it is, or an item or entry of its value; nil for a channel by itself.
    package static func complaint(about text: String, in parameter: Parameter? = nil) -> Complaint? {
        let isProxy = parameter?.isNamed("proxy_servers") == true
        let known = isProxy ? ofProxies : known
        guard let scheme = scheme(of: text) else {
            if let name = known.first(where: { text.hasPrefix($0 + "//") }) {
                return Complaint("a colon is due behind '\(name)'", "write \(name):" + text.dropFirst(name.count))
            }
            guard parameter?.isNamed("custom_channels") == true, !text.isEmpty, !text.contains("$"),
                ForeignValue.complaint(about: text, as: .url) == nil
            else { return nil }
            // Source: conda.models.channel, `Channel.make_simple_channel`.
            return Complaint(
                "this is no URL, and conda passes over it: the channel stays behind channel_alias",
                text.hasPrefix("//")
                    ? "write https:\(text)"
                    : text.hasPrefix("/") ? "write file://\(text)" : "write a whole URL, such as https://\(text)")
        }
        let isKnown = known.contains(scheme.name) || known.contains(scheme.name.lowercased())
        if isKnown, scheme.slashes >= 2 { return nil }
        let nearest = isKnown ? scheme.name : NearestName.of(scheme.name.lowercased(), among: known)
        return Complaint(
            isKnown
                ? "two slashes are due behind '\(scheme.name):'"
                : "conda \(isProxy ? "asks no proxy by" : "cannot fetch from") '\(scheme.name):'",
            nearest.map { name in
                // Most are of the newer version.
                let names = scheme.name.lowercased() == "socks" ? ["socks5", "socks4"] : [name]
                // Of a path the first slash is a part.
                let slashes = name == "file" && scheme.slashes == 1 ? 0 : scheme.slashes
                let rest = text.dropFirst(scheme.name.count + 1 + slashes)
                return "write " + names.map { "\($0)://\(rest)" }.joined(separator: ", or ")
            }
                ?? (isProxy ? "use " : "it fetches from ") + known.joined(separator: ", "))
    }

    /// What stands before a `:` with a slash behind it.
    private static func scheme(of text: String) -> (name: String, slashes: Int)? {
        var text = text
        return text.withUTF8 { bytes in
            let end = bytes.firstIndex { !$0.isLetterOrDigit && !"+.-".utf8.contains($0) } ?? bytes.count
            // One letter is a drive of Windows.
            guard end > 1, end < bytes.count, bytes[0].isLetter, bytes[end] == UInt8(ascii: ":") else { return nil }
            let slashes = bytes[(end + 1)...].prefix { $0 == UInt8(ascii: "/") }.count
            return slashes > 0 ? (String(decoding: bytes[..<end], as: UTF8.self), slashes) : nil
        }
    }
}
