import CommandLineKit
import CondaCredentials
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import LosslessYAML
import TokenMigration

/// Tokens and passwords in the URLs of conda's configuration files.
enum CondarcCheck {
    static func findings(
        _ session: ToolSession, _ condarc: CondarcReading, client: AuthClient,
        _ report: TokenReport
    ) -> [DoctorFinding] {
        let found = condarc.configuration.sources.compactMap(\.path).flatMap {
            path -> [(secret: CondarcSecret, line: Int, column: Int)] in
            let file = session.host.absolute(path)
            guard let bytes = condarc.bytes(of: path), CondarcSecret.mayStand(in: bytes),
                let document = try? YAMLDocument(configuration: bytes)
            else { return [] }
            return CondarcSecret.all(in: document, file: file, source: path)
        }
        let moves = CondarcMoves(
            session, condarc, client: client, found.map(\.secret), report)
        return condarc.configuration.failures.map { failure in
            var finding = DoctorFinding(
                "condarc-unreadable", path: failure.path, line: failure.line, column: failure.column,
                failure.description,
                advice: failure.hint ?? (failure.code == .unreadable ? nil : "mend the file: conda stops at it"))
            finding.excerpt = session.machine.told(failure).excerpt
            return finding
        }
            + condarc.configuration.passedOver.map { error in
                DoctorFinding(
                    "condarc-passed-over", path: error.path, "\(error); conda passes over it without a word",
                    advice: error.hint)
            }
            + zip(found, moves.refusals).map { place, refusal in
                let what = place.secret.url.hasSecretPassword ? "a password" : "a token"
                return DoctorFinding(
                    "condarc-secret", path: place.secret.file, line: place.line, column: place.column,
                    "\(what) stands in a URL: \(place.secret.url.redacted)",
                    mend: refusal == nil ? .moveFromCondarc(place.secret) : nil, advice: refusal)
            }
    }
}
