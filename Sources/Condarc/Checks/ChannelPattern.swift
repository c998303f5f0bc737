import CondaURL
import HostPlatform

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
    package static func complaint(about text: String) -> (message: String, hint: String)? {
        if text.hasPrefix("!") {
            return ("'!' at its start makes no exception of \(Coercion.quoted(text))", "name what is forbidden alone")
        }
        guard
            text.hasPrefix("re:") || text.hasSuffix("$") || text.contains(".*") || text.contains("\\.")
                || text.contains(where: { "^|()".contains($0) })
        else { return nil }
        return (
            "\(Coercion.quoted(text)) is a regular expression, and no pattern of channels",
            "write it with * ? and […], such as *anaconda*"
        )
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
