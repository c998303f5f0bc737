import HostPlatform
import CondaCredentials
import CondaURL
import Condarc
import LosslessYAML
import SecureFileStore

/// Tokens and passwords in the URLs of conda's configuration files.
struct CondarcCheck {
    let findings: [Finding]

    init(_ session: ToolSession, _ condarc: CondarcReading, tokens: [StoredToken]) {
        let adds = condarc.addsAnacondaToken.value
        findings =
            condarc.failures.map { failure in
                Finding(
                    "condarc-unreadable", path: failure.path, line: failure.line, column: failure.column,
                    failure.message, advice: "mend the file: conda stops at it")
            }
            + condarc.passedOver.map { error in
                Finding(
                    "condarc-passed-over", path: error.path, "\(error.message); conda passes over it without a word",
                    advice: error.hint)
            }
            + condarc.paths.flatMap { path -> [Finding] in
                let file = session.host.absolute(path)
                guard let bytes = try? session.files.snapshot(file).bytes, let document = try? YAMLDocument(bytes)
                else { return [] }
                return CondarcSecret.all(in: document, file: file).map { secret, line, column in
                    CondarcCheck.finding(secret, line, column, tokens, addsToken: adds)
                }
            }
    }

    private static func finding(
        _ secret: CondarcSecret, _ line: Int, _ column: Int, _ tokens: [StoredToken], addsToken: Bool
    ) -> Finding {
        let what = secret.url.hasSecretPassword ? "a password" : "a token"
        var finding = Finding(
            "condarc-secret", path: secret.file, line: line, column: column,
            "\(what) stands in a URL: \(secret.url.redacted)")
        guard let target = secret.tokenURL, let token = secret.url.secretToken, secret.url.tokenIsWhole else {
            finding.advice = "take it out of the URL; a conda-token file cannot hold it"
            return finding
        }
        let present = tokens.first { $0.url.map { CondaTokenFile.isSameSite($0, target) } == true }
        if let present, !present.secret.matches(token) {
            finding.advice =
                "there is another token for \(target) (\(present.redacted)): remove the wrong one, then run doctor --fix"
        } else if !addsToken {
            finding.advice = "add_anaconda_token is false: conda would not put a stored token into the URL"
        } else {
            finding.mend = .moveFromCondarc(secret)
        }
        return finding
    }
}
