package import CondaCredentials

/// Every token in both stores, what is wrong, and what a migration to the keyring would do.
package struct TokenReport: Sendable {
    package let tokens: [StoredToken]
    package let problems: [StoreProblem]
    /// Nil where a store cannot be read.
    package let plan: MigrationPlan?

    /// Reads both stores; one that cannot be read is a problem, not an end.
    package init(keyring: any TokenStore, condaTokens: any TokenStore, options: MigrationOptions = MigrationOptions()) {
        var contents: [StoreName: StoreContents] = [:]
        var problems: [StoreProblem] = []
        for store in [keyring, condaTokens] {
            do { contents[store.name] = try store.contents() } catch {
                problems.append(TokenReport.problem(error, of: store))
            }
        }
        let inKeyring = contents[.keyring]
        let inFiles = contents[.condaToken]
        tokens = (inKeyring?.tokens ?? []) + (inFiles?.tokens ?? [])
        problems += (inKeyring?.problems ?? []) + (inFiles?.problems ?? [])
        guard let inKeyring, let inFiles else {
            plan = nil
            self.problems = problems
            return
        }
        problems += TokenReport.differences(inKeyring.tokens, inFiles.tokens, options: options)
        self.problems = problems
        plan = try? MigrationPlan(from: .condaToken, inFiles.tokens, to: .keyring, inKeyring.tokens, options: options)
    }

    private static func problem(_ error: CredentialError, of store: any TokenStore) -> StoreProblem {
        let isDamage = error.code == .syntax
        return StoreProblem(
            isDamage ? .damagedFile : .unreadable, path: error.path ?? store.path, message: error.message,
            isFixable: isDamage && store.name == .keyring, line: error.line, column: error.column)
    }

    /// Files of the site whose token the keyring has not, though it has tokens that a request would use in its place.
    private static func differences(
        _ keyring: [StoredToken], _ files: [StoredToken], options: MigrationOptions
    ) -> [StoreProblem] {
        files.compactMap { file in
            guard let url = file.url, let match = options.site.match(url) else { return nil }
            let rivals = keyring.filter { token in
                guard case .repoToken(let domain, let org) = token.address, domain == options.domain else {
                    return false
                }
                return match.org == nil || org == match.org
            }
            guard let rival = rivals.first, !rivals.contains(where: { $0.secret.matches(file.secret) }) else {
                return nil
            }
            let message = "\(file.title) has another token (\(file.redacted)) than the keyring (\(rival.redacted))"
            return StoreProblem(.storesDiffer, path: file.path, message: message)
        }
    }
}
