public import CondaCredentials
import HostPlatform
import SecureFileStore

/// The tokens of one user's machine, as another package finds them: reported redacted, and migrated.
///
/// `report` reads every store once and shows no token. `migration` plans: its `plan` says what would happen, `rehearse` the
/// same as a result, and `execute` does it.
public struct MachineTokens: Sendable {
    private let stores: StoreSite

    /// - Parameters:
    ///   - environment: the variables that say where the stores are.
    ///   - currentDirectory: the absolute path that relative ones start from; nil asks the system.
    /// - Throws: where neither a variable nor the user database names the home directory.
    public init(environment: [String: String], currentDirectory: String? = nil) throws(CredentialError) {
        // As `Session` has them, which is above this module.
        let files = FileStore()
        let host = Host.current(
            environment: Environment(environment), currentDirectory: currentDirectory, store: files)
        stores = try StoreSite(
            host: host, files: files, root: host.baseInstallation(rootOption: nil, store: files)?.path)
    }

    /// Every token of every store and what is wrong; a store that cannot be read is a problem, not an end.
    public func report() -> TokenReport {
        TokenReport(stores.presentStores, options: MigrationOptions(site: stores.site))
    }

    /// Plans the way of tokens from one store to another, and writes nothing.
    ///
    /// - Parameters:
    ///   - source: `conda-token`, `keyring` or `system`.
    ///   - destination: one of the same names.
    ///   - org: to the keyring, the organization of a token whose URL names none; from it, the one to take.
    ///   - removesSource: whether `execute` removes each token from the source once the destination holds it for certain.
    /// - Throws: where a store cannot be read, its place is in doubt, or it takes no part in migrations.
    public func migration(
        from source: StoreName = .condaToken, to destination: StoreName = .keyring, org: String? = nil,
        removesSource: Bool = false
    ) throws(CredentialError) -> Migration {
        try Migration(
            from: try store(source), to: try store(destination),
            options: MigrationOptions(org: org, removesSource: removesSource, site: stores.site))
    }

    private func store(_ name: StoreName) throws(CredentialError) -> any TokenStore {
        guard let kind = StoreKind.own.first(where: { $0.name == name }) else {
            throw CredentialError(.usage, "a migration goes between conda's own stores, and '\(name.rawValue)' is none")
        }
        return try kind.certainStore(at: stores)
    }
}
