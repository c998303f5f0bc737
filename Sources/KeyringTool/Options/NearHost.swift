import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform

/// A host that is most likely a slip for a known one.
enum NearHost {
    /// The known host that differs in one label, and in that by no more than a slip; nil for a known one, too.
    static func of(_ host: String, among known: [String]) -> String? {
        guard !known.contains(host) else { return nil }
        let labels = host.split(separator: ".").map(String.init)
        return known.first { other in
            let others = other.split(separator: ".").map(String.init)
            guard labels.count == others.count else { return false }
            let different = zip(labels, others).filter { $0 != $1 }
            return different.count == 1 && different.allSatisfy { NearestName.of($0, among: [$1]) != nil }
        }
    }

    /// Tells of a host or domain that is nearly another, before a token is first stored under it.
    static func warn(of address: TokenAddress, among tokens: [StoredToken], _ console: Console) {
        let (name, known): (String?, [String]) =
            if case .url(let url) = address {
                (ChannelURL(url)?.host, AnacondaDomains.hosts + ["conda.anaconda.org", "api.anaconda.org"])
            } else {
                (address.domain, [AnacondaDomains.main] + tokens.compactMap(\.domain))
            }
        guard let name, let near = NearHost.of(name, among: known) else { return }
        console.warn(
            "\(name) is nearly \(near), and a token for the one is not sent to the other",
            hint: "if \(near) was meant, set it once more, then: keyring-tool remove \(address.choosingOptions)")
    }
}
