import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON
import TokenMigration

/// Stored texts that are no tokens, or tokens of another kind than their place is for.
struct FormCheck {
    let findings: [Finding]

    /// - Parameter tokens: of conda's own stores.
    init(tokens: [StoredToken], site: RepoSite) {
        findings = tokens.compactMap { token in
            if let mistake = token.secret.mistake {
                return Finding(
                    "no-token", .error, path: token.path,
                    "\(token.address.phrase) (\(token.redacted)) is none: \(mistake.message)",
                    advice: "\(mistake.remedy): keyring-tool set \(token.choice)")
            }
            let what = "\(token.address.phrase) (\(token.redacted))"
            switch TokenForm(of: token.secret, at: token.address, site: site) {
            case .due: return nil
            case .apiKey where token.domain.map { $0.isSameText(as: KeyringFile.defaultDomain) } ?? true:
                let hasKey = tokens.contains { $0.address == .apiKey(domain: KeyringFile.defaultDomain) }
                return Finding(
                    "wrong-kind", path: token.path,
                    "\(what) is an API key (a JSON web token), and conda sends it as a repo token",
                    advice: (hasKey
                        ? "" : "keyring-tool get \(token.choice) | keyring-tool set --kind api-key && ")
                        + "keyring-tool remove \(token.choice)")
            case .apiKey: return nil
            case .repoToken:
                return Finding(
                    "wrong-kind", path: token.path, "\(what) is a repo token, and conda sends it as an API key",
                    advice: "keyring-tool get \(token.choice) | keyring-tool set --store keyring --org ORG && "
                        + "keyring-tool remove \(token.choice)")
            case .opaqueKey:
                return Finding(
                    "wrong-kind", .note, path: token.path,
                    "\(what) is no JSON web token: conda sends it, but 'anaconda' commands cannot read it",
                    advice: "log in again: anaconda login --force")
            }
        }
    }
}

extension StoredToken {
    /// The options that pick this token, and no other.
    var choice: String {
        let place =
            switch address {
            case .repoToken(_, let org?): "--org \(ShellWord.quoted(org))"
            case .repoToken(_, nil): "--no-org"
            case .apiKey: "--kind api-key"
            case .url, .host: "--url \(ShellWord.quoted(address.shownURL ?? ""))"
            }
        return "--store \(store.rawValue) \(place)" + (domain.map { " --domain \(ShellWord.quoted($0))" } ?? "")
    }
}
