import CommandLineKit
import CondaCredentials
import CondaURL
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

    init(of secret: Secret, at address: TokenAddress, site: RepoSite) {
        let isWebToken = JSONWebToken.isOne(secret)
        self =
            switch address {
            case .apiKey where isWebToken: .due
            case .apiKey: secret.isBareToken ? .repoToken : .opaqueKey
            case .repoToken where isWebToken: .apiKey
            // Servers of other makers give JSON web tokens out for channels.
            case .url(let url) where isWebToken && site.holds(url): .apiKey
            default: .due
            }
    }

    /// - Throws: `invalid` for a token of the other kind, unless `--kind` says that it is meant.
    func check(_ invocation: Invocation) throws(CommandError) {
        switch self {
        case .apiKey where invocation.kind == nil:
            throw CommandError(
                .invalid, "this is an API key (a JSON web token), not a repo token",
                hint: "'keyring-tool set --kind api-key' stores it as what it is; "
                    + "--kind repo-token stores it here all the same")
        case .repoToken:
            throw CommandError(
                .invalid, "this is a repo token, not an API key (a JSON web token)",
                hint: "'keyring-tool set --org ORG' stores it as what it is")
        default: break
        }
    }

    /// What an opaque key is.
    static let opaque = "no JSON web token, which API keys are: conda sends it, but 'anaconda' commands cannot read it"

    /// What to tell of a token that is stored all the same.
    var warning: String? {
        guard self == .opaqueKey else { return nil }
        return "it is \(TokenFit.opaque)"
    }
}

extension Secret {
    /// Whether it is a token of a form that is known, such as `ab-` and a UUID.
    fileprivate var isBareToken: Bool {
        withRevealedBytes { bytes in
            SecretScanner.secrets(in: bytes, as: .value).contains { $0.kind == .bare && $0.range == 0..<bytes.count }
        }
    }
}
