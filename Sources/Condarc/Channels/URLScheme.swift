import CondaURL
import HostPlatform
import LosslessYAML

/// The schemes of URLs that conda fetches from, and of proxies.
package enum URLScheme {
    /// Source: conda.gateways.connection.session, the adapters that are mounted.
    private static let known = ["https", "http", "file", "ftp", "s3"]

    /// Source: requests.adapters and urllib3, `ProxyManager` and `SOCKSProxyManager`.
    private static let ofProxies = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

    /// What is wrong with the scheme of a URL; nil where nothing is, or none is due.
    ///
    /// - Parameter parameter: whose value it is, or an item or entry of its value; nil for a channel by itself.
    package static func complaint(about text: String, in parameter: Parameter? = nil) -> Complaint? {
        let isProxy = parameter?.isNamed("proxy_servers") == true
        let known = isProxy ? ofProxies : known
        guard let scheme = scheme(of: text) else {
            if let name = known.first(where: { text.hasPrefix($0 + "//") }) {
                return Complaint(
                    "a colon is due behind '\(name)'", "write \(word: "\(name):\(text.dropFirst(name.count))")")
            }
            guard parameter?.isNamed("custom_channels") == true, !text.isEmpty, !text.contains("$"),
                ForeignValue.complaint(about: text, as: .url) == nil
            else { return nil }
            // Source: conda.models.channel, `Channel.make_simple_channel`.
            return Complaint(
                "this is no URL, and conda passes over it: the channel stays behind channel_alias",
                text.hasPrefix("//")
                    ? "write \(word: "https:" + text)"
                    : text.hasPrefix("/")
                        ? "write \(word: "file://" + text)" : "write a whole URL, such as \(word: "https://" + text)")
        }
        let isKnown = known.contains(scheme.name) || known.contains(scheme.name.lowercased())
        if isKnown, scheme.slashes >= 2 { return nil }
        let nearest = isKnown ? scheme.name : NearestName.of(scheme.name.lowercased(), among: known)
        return Complaint(
            isKnown
                ? "two slashes are due behind '\(scheme.name):'"
                : "conda \(isProxy ? "asks no proxy by" : "cannot fetch from") '\(scheme.name):'",
            nearest.map { name in
                // Of a path the first slash is a part.
                let slashes = name == "file" && scheme.slashes == 1 ? 0 : scheme.slashes
                let rest = text.dropFirst(scheme.name.count + 1 + slashes)
                return scheme.name.lowercased() == "socks"
                    // Most are of the newer version.
                    ? "write socks5://\(rest), or socks4://\(rest)" : "write \(word: "\(name)://\(rest)")"
            } ?? "\(isProxy ? "use" : "it fetches from") \(known.joined(separator: ", "))")
    }

    /// What stands before a `:` with a slash behind it.
    static func scheme(of text: String) -> (name: String, slashes: Int)? {
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
