public import CondaCredentials
import HostPlatform
import LosslessJSON
package import SecureFileStore

/// Every token in some stores, what is wrong, and what a migration would do from the usual store that goes by URLs to the usual
/// one that goes by domains.
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
    /// - Parameter stores: in the order of the report. The plan is between those that are meant where nobody names one.
    package init(_ stores: [any TokenStore], options: MigrationOptions = MigrationOptions()) {
        let (read, unread) = stores.readings()
        var problems = unread.map { TokenReport.problem($0.error, of: $0.store) }
        files = read.flatMap(\.files)
        tokens = read.flatMap(\.contents.tokens)
        for reading in read {
            problems += reading.contents.problems.map { $0.of(reading.store) }
        }
        for store in stores { problems += store.strays(tokens).map { $0.of(store) } }
        let ends = [Addressing.url, .domain].map { addressing in
            read.first { $0.store.name == StoreKind.usual(addressing).name }
        }
        plan = ends[0].flatMap { from in
            ends[1].flatMap { try? MigrationPlan(from: from, to: $0, options: options) }
        }
        if let keyring = ends[1] {
            let own = read.filter { $0.store.addressing == .url && StoreKind.role(of: $0.store.name) != .copy }
            problems += own.flatMap { TokenReport.differences(keyring, $0, options: options) }
        }
        self.problems = problems
    }

    private static func problem(_ error: CredentialError, of store: any TokenStore) -> StoreProblem {
        let isDamage = error.code == .syntax
        return StoreProblem(
            !isDamage ? .unreadable : StoreKind.role(of: store.name) == .copy ? .damagedClientFile : .damagedFile,
            path: error.path ?? store.path, message: error.message,
            isFixable: isDamage && store.isRecoverable, line: error.line, column: error.column,
            remedy: error.hint
        ).of(store)
    }

    /// Tokens for the site's URLs that the keyring has not, though it has tokens that a request would use in their place.
    private static func differences(
        _ keyring: StoreReading, _ other: StoreReading, options: MigrationOptions
    ) -> [StoreProblem] {
        let all = keyring.contents.tokens.filter {
            $0.kind == .repoToken && $0.domain?.isSameText(as: options.domain) == true
        }
        let byOrganization = Dictionary(grouping: all) { $0.org.map { Array($0.utf8) } }
        return other.contents.tokens.compactMap { file in
            guard let url = file.url, let match = options.site.match(url) else { return nil }
            let rivals = match.org.map { byOrganization[Array($0.utf8)] ?? [] } ?? all
            guard let rival = rivals.first(where: { $0.secret.mistake == nil }) ?? rivals.first,
                !rivals.contains(where: { $0.secret.matches(file.secret) }),
                let remedy = remedy(file, url, match.org, rival)
            else { return nil }
            let message =
                "\(file.title) has another token (\(file.redacted)) than the \(rival.store.rawValue) (\(rival.redacted))"
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
        let from = file.store == StoreKind.usual(.url).name ? "" : " --from \(file.store.rawValue)"
        let keepFile = "keyring-tool migrate\(from) --url \(place)\(org == nil ? named : "") --on-conflict replace"
        let keepKeyring =
            org == nil
            ? "keyring-tool migrate --from \(rival.store.rawValue) --to \(file.store.rawValue)\(named) "
                + "--on-conflict replace"
            : "keyring-tool remove --store \(file.store.rawValue) --url \(place)"
        let commands = [(file, keepFile), (rival, keepKeyring)].filter { $0.0.secret.mistake == nil }
        return commands.isEmpty ? nil : commands.map(\.1).joined(separator: ", or ")
    }
}

extension StoreProblem {
    /// As a problem of that store.
    fileprivate func of(_ store: any TokenStore) -> StoreProblem {
        var problem = self
        problem.store = store.name
        return problem
    }
}
