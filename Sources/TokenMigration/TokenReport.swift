public import CondaCredentials
import HostPlatform
import LosslessJSON
package import SecureFileStore

/// Every token in some stores, what is wrong, and what a migration of the conda-token files to the keyring would do.
public struct TokenReport: Sendable {
    /// Every token of every store, in the order of the stores.
    public let tokens: [StoredToken]
    /// What could not be read, or is damaged.
    public let problems: [StoreProblem]
    /// Nil where a store cannot be read.
    public let plan: MigrationPlan?
    /// The files of tokens as they were read: nobody need open them again.
    package let files: [FileSnapshot]

    /// Reads each store once; one that cannot be read is a problem, not an end.
    ///
    /// - Parameter stores: in the order of the report. The plan is from the first that is addressed by URL to the first
    ///   that is addressed by domain.
    package init(_ stores: [any TokenStore], options: MigrationOptions = MigrationOptions()) {
        let (read, unread) = stores.readings()
        var problems = unread.map { TokenReport.problem($0.error, of: $0.store) }
        files = read.flatMap(\.files)
        tokens = read.flatMap(\.contents.tokens)
        for reading in read {
            problems += (reading.contents.problems + reading.strays()).map { problem in
                var problem = problem
                problem.store = reading.store.name
                return problem
            }
        }
        let ends = [Addressing.domain, .url].map { wanted in stores.first { $0.addressing == wanted }?.name }
        if let keyring = read.first(where: { $0.store.name == ends[0] }),
            let tokenFiles = read.first(where: { $0.store.name == ends[1] })
        {
            problems += TokenReport.differences(keyring.contents.tokens, tokenFiles.contents.tokens, options: options)
            plan = try? MigrationPlan(from: tokenFiles, to: keyring, options: options)
        } else {
            plan = nil
        }
        self.problems = problems
    }

    private static func problem(_ error: CredentialError, of store: any TokenStore) -> StoreProblem {
        let isDamage = error.code == .syntax
        var problem = StoreProblem(
            !isDamage ? .unreadable : store.addressing == .host ? .damagedClientFile : .damagedFile,
            path: error.path ?? store.path, message: error.message,
            isFixable: isDamage && store.isRecoverable, line: error.line, column: error.column,
            remedy: error.hint)
        problem.store = store.name
        return problem
    }

    /// Files of the site whose token the keyring has not, though it has tokens that a request would use in its place.
    private static func differences(
        _ keyring: [StoredToken], _ files: [StoredToken], options: MigrationOptions
    ) -> [StoreProblem] {
        let all = keyring.filter { $0.kind == .repoToken && $0.domain?.isSameText(as: options.domain) == true }
        let byOrganization = Dictionary(grouping: all) { $0.org.map { Array($0.utf8) } }
        return files.compactMap { file in
            guard let url = file.url, let match = options.site.match(url) else { return nil }
            let rivals = match.org.map { byOrganization[Array($0.utf8)] ?? [] } ?? all
            guard let rival = rivals.first(where: { $0.secret.mistake == nil }) ?? rivals.first,
                !rivals.contains(where: { $0.secret.matches(file.secret) }),
                let remedy = remedy(file, url, match.org, rival)
            else { return nil }
            let message = "\(file.title) has another token (\(file.redacted)) than the keyring (\(rival.redacted))"
            return StoreProblem(.storesDiffer, path: file.path, message: message, remedy: remedy)
        }
    }

    /// The commands that keep the file's token, or the keyring's: what is no token is never the right one.
    ///
    /// - Returns: nil where neither is a repo token, or one is an API key, which is to be stored elsewhere before it goes.
    private static func remedy(_ file: StoredToken, _ url: String, _ org: String?, _ rival: StoredToken) -> String? {
        if JSONWebToken.isOne(file.secret) || JSONWebToken.isOne(rival.secret) { return nil }
        let place = ShellWord.quoted(url)
        // A file's own organization needs no naming.
        let named = rival.org.map { " --org \(ShellWord.quoted($0))" } ?? ""
        let keepFile = "keyring-tool migrate --url \(place)\(org == nil ? named : "") --on-conflict replace"
        let keepKeyring =
            org == nil
            ? "keyring-tool migrate --from keyring --to conda-token\(named) --on-conflict replace"
            : "keyring-tool remove --store conda-token --url \(place)"
        let commands = [(file, keepFile), (rival, keepKeyring)].filter { $0.0.secret.mistake == nil }
        return commands.isEmpty ? nil : commands.map(\.1).joined(separator: ", or ")
    }
}
