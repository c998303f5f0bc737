import CondaURL
import HostPlatform
import LosslessYAML

/// A pattern of `--forbid-channel`: a channel's name or URL, with `*`, `?` and `[…]`.
///
/// It matches what lies below, too: `conda-forge` its labels, `repo.anaconda.com` every channel there. Upper and lower
/// case are the same, and a scheme counts only where the pattern has one.
package struct ChannelPattern: Sendable {
    package let text: String
    private let wildcard: Wildcard
    private let hasScheme: Bool

    package init(_ text: String) {
        self.text = text
        hasScheme = URLParts.hasScheme(text.lowercased())
        wildcard = Wildcard(URLText.rightStripped(text.lowercased()))
    }

    /// Why a text that would match no channel is none, and what to do; nil for any other.
    package static func complaint(about text: String) -> Complaint? {
        if text.hasPrefix("!") {
            return Complaint(
                "'!' at its start makes no exception of '\(text)'",
                "a pattern has no exceptions: a policy that lets pass only some channels pins them, as in `pin: {allowlist_channels: [\(text.dropFirst())]}`"
            )
        }
        if let template = ForeignValue.template(in: text) { return template }
        if ChannelName.holdsSeveral(text), let found = ChannelName.complaint(about: text) { return found }
        guard
            text.hasPrefix("re:") || text.hasSuffix("$") || text.contains(".*") || text.contains("\\.")
                || text.contains(where: { "^|()".contains($0) })
        else { return nil }
        return Complaint(
            "'\(text)' is a regular expression, and no pattern of channels",
            patterns(ofExpression: text).map { "write \($0.joined(separator: ", "))" }
                ?? "write it with * ? and […], such as https://repo.anaconda.com/*")
    }

    /// What a regular expression without much art means; nil for any other.
    private static func patterns(ofExpression text: String) -> [String]? {
        var text = text[...]
        if text.hasPrefix("re:") { text = text.dropFirst(3) }
        if text.count > 1, text.hasPrefix("/"), text.hasSuffix("/") { text = text.dropFirst().dropLast() }
        if text.hasPrefix("^") { text = text.dropFirst() }
        if text.hasSuffix("$") { text = text.dropLast() }
        let pieces = alternatives(in: String(text).replacing("\\.", with: ".").replacing(".*", with: "*"))
        let isPlain = pieces.allSatisfy { !$0.isEmpty && !$0.contains(where: { "^$|()\\?+{}".contains($0) }) }
        return isPlain && pieces.count <= 8 ? pieces : nil
    }

    /// `a(b|c)` is `ab` and `ac`.
    private static func alternatives(in text: String) -> [String] {
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
            return text.split(separator: "|").map(String.init)
        }
        return text[open..<close].dropFirst().split(separator: "|")
            .map { String(text[..<open] + $0 + text[close...].dropFirst()) }
    }

    /// Why a pattern hardly matches what is meant; nil for any other.
    package static func doubt(about text: String) -> Complaint? {
        if text.contains("["), !text.contains("]") {
            return Complaint(
                "'\(text)': a '[' without its ']' stands for itself, and no channel has one",
                "write ']' behind the letters")
        }
        if let found = URLScheme.complaint(about: text) {
            return Complaint("'\(text)': \(found.message)", found.advice)
        }
        // Of what lies below a server or a channel, the beginning says what it is.
        let plain = URLText.rightStripped(text.hasSuffix("/*") ? String(text.dropLast(2)) : text)
        guard !plain.hasSuffix(":"), !ChannelResolver.isPath(plain), !plain.contains(where: { "*?[".contains($0) })
        else { return nil }
        if let meant = WellKnownChannels.nearest(to: plain) {
            return Complaint("'\(text)' is nearly the name of a well-known channel", "did you mean '\(name: meant)'?")
        }
        let isPlace = plain.contains("/") || plain.contains(".")
        guard isPlace else { return ChannelName.complaint(about: plain) }
        let url = URLParts.hasScheme(plain) ? plain : "https://" + plain
        // Whoever forbids what a server was called once means it.
        if url.contains("//repo.continuum.io") { return nil }
        guard URLParts(url).location.contains("/") else {
            // A server alone stands for all of its channels, where it has some.
            return ChannelName.complaint(about: url + "/main").map {
                Complaint(
                    $0.message, "name a server that channels are on, such as repo.anaconda.com or conda.anaconda.org")
            }
        }
        return ChannelName.complaint(about: url)
    }

    /// Whether it matches a name or URL as somebody wrote it.
    func matches(_ written: String) -> Bool {
        let url = URLText.splitToken(written.lowercased()).url
        guard URLParts.hasScheme(url) else { return matchesFromStart(url) }
        let parts = URLParts(url)
        return matches(scheme: parts.scheme, location: parts.location)
    }

    func matches(_ channel: Channel) -> Bool {
        if matchesFromStart(channel.name.lowercased()) { return true }
        return matches(
            scheme: channel.scheme ?? "", location: URLText.join(channel.location ?? "", channel.name).lowercased())
    }

    private func matches(scheme: String, location: String) -> Bool {
        hasScheme ? matchesFromStart("\(scheme)://\(location)") : matchesFromStart(location)
    }

    /// Whether the text matches, or a part of it that ends before a slash.
    private func matchesFromStart(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        if wildcard.matches(URLText.rightStripped(text)) { return true }
        let bytes = Array(text.utf8)
        return bytes.indices.contains { end in
            bytes[end] == UInt8(ascii: "/") && end > 0
                && wildcard.matches(String(decoding: bytes[..<end], as: UTF8.self))
        }
    }
}
