import CommandLineKit
import CondaCredentials
import CondaURL
import LosslessJSON
import TokenMigration

/// Stored texts that are no tokens, or tokens of another kind than their place is for.
enum TokenFitCheck {
    /// - Parameter tokens: of every store; what those of other clients are for is the clients' business.
    static func findings(tokens: [StoredToken], site: RepoSite) -> [DoctorFinding] {
        tokens.compactMap { token in
            if let mistake = token.mistake {
                return DoctorFinding("no-token", .error, path: token.path, mistake.message, advice: mistake.remedy)
            }
            guard token.isOwn else { return nil }
            let what = "\(token.address.phrase) (\(token.redacted))"
            switch TokenFit(of: token.secret, at: token.address, site: site) {
            case .due, .word: return nil
            case .cut:
                return DoctorFinding(
                    "no-token", path: token.path, "\(what) is not whole, or has something at its end",
                    advice: "put the right one in its place: keyring-tool set \(token.choosingOptions)")
            case .apiKey where token.domain.map { $0.isSameText(as: AnacondaDomains.main) } ?? true:
                let hasKey = tokens.contains { $0.address == .apiKey(domain: AnacondaDomains.main) }
                return DoctorFinding(
                    "wrong-kind", path: token.path,
                    "\(what) is an API key (a JSON web token), and conda sends it as a repo token",
                    advice: (hasKey
                        ? "" : "keyring-tool get \(token.choosingOptions) | keyring-tool set --kind api-key && ")
                        + "keyring-tool remove \(token.choosingOptions)")
            case .apiKey: return nil
            case .repoToken:
                return DoctorFinding(
                    "wrong-kind", path: token.path, "\(what) is a repo token, and conda sends it as an API key",
                    advice: "keyring-tool get \(token.choosingOptions) | keyring-tool set --store keyring --org ORG && "
                        + "keyring-tool remove \(token.choosingOptions)")
            case .foreign(let origin):
                return DoctorFinding(
                    "wrong-kind", path: token.path,
                    "\(what) is a token of \(origin.service) (\(origin.prefix)…), and conda sends it to Anaconda",
                    advice: "put the right one in its place: keyring-tool set \(token.choosingOptions)")
            case .opaqueKey:
                return DoctorFinding(
                    "wrong-kind", .note, path: token.path,
                    "\(what) is \(TokenFit.opaque)",
                    advice: "log in again: anaconda login --force")
            }
        }
    }
}
