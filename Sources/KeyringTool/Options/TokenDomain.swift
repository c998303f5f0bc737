import CommandLineKit
import CondaCredentials
import CondaURL

/// The name of a keyring's entry as it is given on the command line.
enum TokenDomain {
    /// A former name of the default domain counts as that; a URL as its host.
    static func current(_ text: String) -> String {
        let host = ChannelURL(text).flatMap { ChannelURL($0.redacted) }?.host ?? text
        return AnacondaDomains.former.contains(host) ? AnacondaDomains.main : host
    }

    /// Whether it is a host whose tokens stand under the default domain.
    static func isAlias(_ domain: String) -> Bool {
        AnacondaDomains.hosts.contains(domain.lowercased())
    }

    /// - Throws: `usage` for what can be no domain, or is never asked for.
    ///
    /// - Parameter isGiven: whether it is one of the command line, and not of a setting.
    static func checked(_ text: String, isGiven: Bool = true) throws(CommandError) -> String {
        let domain = current(text)
        if isGiven, let unfilled = CommandError(unfilled: domain, .domain) { throw unfilled }
        let isPlain = domain.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"/@*$\"'{}<>?#\\".unicodeScalars.contains($0)
        }
        guard !domain.isEmpty, isPlain, !MisplacedToken.isKnown(domain) else {
            throw CommandError(.usage, "--domain is no domain", hint: "such as --domain \(AnacondaDomains.main)")
        }
        guard !isAlias(domain) else {
            throw CommandError(
                .usage,
                "for the host \(domain) conda looks under \(AnacondaDomains.main), and not under its own name",
                hint: "--domain \(AnacondaDomains.main)")
        }
        guard domain == domain.lowercased() || !isGiven else {
            throw CommandError(
                .usage, "conda asks for a domain in small letters, and would never find \(domain)",
                hint: "--domain \(current(domain.lowercased()))")
        }
        return domain
    }
}
