import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON
import TokenMigration

/// Whether a token is of the kind that its place is for, as far as its form tells.
enum TokenFit {
    /// Nothing speaks against it.
    case due
    /// A JSON web token where a repo token is due.
    case apiKey
    /// A token as anaconda.org makes them where an API key is due.
    case repoToken
    /// An API key that is no JSON web token: conda sends it, anaconda-auth issues none such and cannot read it.
    case opaqueKey
    /// A token that another service gave out, by its prefix, where one of Anaconda's is due.
    case foreign(ForeignToken)
    /// Shorter than Anaconda makes them, as a channel's name or a password is.
    case word

    /// As Anaconda makes them, `ab-` and a UUID, but for the end of it.
    case cut

    /// Fewest characters of a token that Anaconda gives out.
    private static let least = 16

    init(of secret: Secret, at address: TokenAddress, site: RepoSite) {
        let isWebToken = JSONWebToken.isOne(secret)
        let isForAnaconda = TokenFit.isAnacondas(address)
        self =
            switch address {
            case _ where isForAnaconda && secret.foreign != nil: secret.foreign.map { .foreign($0) } ?? .due
            case .apiKey where isWebToken: .due
            case .apiKey where secret.foreign != nil: .opaqueKey
            case .apiKey: secret.isOfKnownForm || isForAnaconda && secret.isHexadecimal ? .repoToken : .opaqueKey
            case .repoToken where isWebToken: .apiKey
            // Servers of other makers give JSON web tokens out for channels.
            case .url(let url) where isWebToken && site.holds(url): .apiKey
            case _ where isForAnaconda && secret.isCut: .cut
            case _ where isForAnaconda && secret.isWord(below: TokenFit.least): .word
            default: .due
            }
    }

    /// Whether a place is for tokens of Anaconda's own servers: those of others may look like anything.
    static func isAnacondas(_ address: TokenAddress) -> Bool {
        switch address {
        case .repoToken(let domain, _), .apiKey(let domain): domain.isSameText(as: AnacondaDomains.main)
        case .url(let url):
            ChannelURL(url).map { url in
                AnacondaDomains.hosts.contains(url.host)
                    || [".anaconda.org", ".anaconda.com", ".anaconda.cloud"].contains { ("." + url.host).hasSuffix($0) }
            } ?? false
        case .host: false
        }
    }

    /// - Throws: `invalid` for a token of the other kind, unless `--kind` says that it is meant.
    func check(_ invocation: Invocation) throws(CommandError) {
        switch self {
        case .apiKey where invocation.kind == nil:
            throw CommandError(
                .invalid, "this is an API key (a JSON web token), not a repo token",
                hint: "'keyring-tool set --kind api-key'\(TokenFit.without(invocation)) stores it as what it is; "
                    + TokenFit.insisting)
        case .repoToken:
            throw CommandError(
                .invalid, "this is a repo token, not an API key (a JSON web token)",
                hint: "'keyring-tool set --org ORG' stores it as what it is")
        case .foreign(let origin) where invocation.kind != .repoToken:
            throw CommandError(
                .invalid, "this is a token of \(origin.service) (\(origin.prefix)…), not one of Anaconda",
                hint: invocation.kind == .apiKey
                    ? "an API key is a JSON web token: 'anaconda login' gets one"
                    : "give the one that Anaconda made, on the organization's web page or by 'anaconda token install'; "
                        + TokenFit.insisting)
        case .word where invocation.kind == nil:
            throw CommandError(
                .invalid, "this has fewer than \(TokenFit.least) characters, as a word has and no token of Anaconda",
                hint: "copy the token once more, all of it; " + TokenFit.insisting)
        case .cut where invocation.kind == nil:
            throw CommandError(
                .invalid, "this is not whole, or has something at its end: a token as this one has 39 characters",
                hint: "copy the token once more, all of it and nothing else; " + TokenFit.insisting)
        default: break
        }
    }

    /// What to tell of an API key that has expired.
    ///
    /// - Throws: `invalid` where it would replace another token that has not.
    static func expiry(of secret: Secret, replacing present: StoredToken?) throws(CommandError) -> String? {
        guard let end = JSONWebToken.expiry(of: secret), case let now = SystemClock.now, end <= now else { return nil }
        let what = "this API key expired at \(CalendarTime.text(end) ?? "a time long ago")"
        guard let present, !present.secret.matches(secret), present.expires.map({ $0 > now }) ?? true else {
            return what + ": servers refuse it"
        }
        throw CommandError(
            .invalid, "\(what), and another token stands in its place",
            hint: "get a new one: anaconda login --force")
    }

    /// What of a call is to be left out where an API key is stored.
    private static func without(_ invocation: Invocation) -> String {
        let names = [Option.store, .organization, .siteToken, .url].filter(invocation.has).map { "--\($0.long)" }
        return names.isEmpty ? "" : ", without \(names.joined(separator: " and ")),"
    }

    private static let insisting = "--kind repo-token stores it here all the same"

    /// What an opaque key is.
    static let opaque = "no JSON web token, which API keys are: conda sends it, but 'anaconda' commands cannot read it"

    /// What to tell of a token that is stored all the same.
    var warning: String? {
        guard self == .opaqueKey else { return nil }
        return "it is \(TokenFit.opaque)"
    }
}

extension TokenFit: Equatable {}

extension Secret {
    /// Whether it begins as `ab-` and a UUID does, and is none.
    fileprivate var isCut: Bool {
        withRevealedBytes { bytes in
            let dashes = [2, 11, 16, 21, 26]
            guard bytes.count > 27, bytes.count != 39, bytes.count < 52, bytes.allSatisfy(\.isOfName) else {
                return false
            }
            return bytes.prefix(32).enumerated().allSatisfy { place, byte in
                dashes.contains(place)
                    ? byte == UInt8(ascii: "-")
                    : place < 2 ? byte.isLetter : byte.isHexDigit
            }
        }
    }

    fileprivate var foreign: ForeignToken? { withRevealedBytes { ForeignToken(Array($0)) } }

    /// Whether it is short and of letters, digits and what joins words, as those of a name or a path.
    fileprivate func isWord(below least: Int) -> Bool {
        withRevealedBytes {
            $0.count < least && $0.allSatisfy { $0.isOfName || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        }
    }

    /// Whether it is what a hash looks like, as many repo tokens do and no API key.
    fileprivate var isHexadecimal: Bool {
        withRevealedBytes { $0.count >= 32 && $0.allSatisfy(\.isHexDigit) }
    }

}
