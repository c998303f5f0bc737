import CommandLineKit
import CondaCredentials
import CondaSession
import HostPlatform
import SecureFileStore
import TokenMigration

/// What every command works with: the disk, and where the stores are.
struct ToolSession {
    /// What both programs need of the machine.
    let machine: Session
    /// Where stores are.
    var stores: StoreSite
    /// The base installation.
    let root: String?

    /// - Throws: where the home directory is not known.
    init(_ invocation: Invocation) throws(CredentialError) {
        machine = Session(invocation.context)
        root = machine.root(option: invocation.value(.root))
        stores = try StoreSite(
            host: machine.host, files: machine.files, root: root,
            keyringOption: invocation.value(.keyring), tokenDirectoryOption: invocation.value(.tokenDirectory))
    }

    /// For a command that reads what is there: places that options name and that are not there are told, as nothing in them
    /// counts. A command that writes may make them.
    init(reading invocation: Invocation) throws(CredentialError) {
        try self.init(invocation)
        machine.warn(ofMissing: [.root] + Option.forPlaces, invocation)
    }

    /// The same user as on another platform, with the variables of this process.
    func on(_ platform: Platform, _ invocation: Invocation) throws(CredentialError) -> ToolSession {
        let elsewhere = host.environment.on(platform)
        let user = host.platform.baseName(of: places.home)
        let home = platform.isWindows ? elsewhere.nonEmpty("USERPROFILE") ?? "C:\\Users\\\(user)" : places.home
        var session = self
        session.stores = try StoreSite(
            host: host.on(platform, home: home), files: files, root: nil, keyringOption: invocation.value(.keyring),
            tokenDirectoryOption: invocation.value(.tokenDirectory))
        return session
    }

    var host: Host { stores.host }
    var places: TokenPlaces { stores.places }
    var files: FileStore { machine.files }
    /// The user's own configuration file.
    var condarc: String { host.join(places.home, ".condarc") }

    var settingFiles: SettingFiles { files.settingFiles }

    /// What anaconda-auth reads.
    var keyring: any TokenStore { StoreKind.keyring.store(stores) }
    /// What conda itself reads.
    var condaTokens: any TokenStore { StoreKind.condaToken.store(stores) }

    /// - Throws: where a file of settings is damaged that could have put the store elsewhere.
    func store(_ kind: StoreKind) throws(CredentialError) -> any TokenStore { try kind.certainStore(at: stores) }

    /// Tells what keeps a store's client from a token that is put into it.
    func warn(beforeWritingTo kind: StoreKind, _ console: Console) {
        for caution in kind.cautions(stores) { console.warn(caution.message, hint: caution.hint) }
    }

    /// Removes what killed processes left in the stores, and beside a configuration file that the command edits: one that
    /// finds all as it should be would not come across it.
    func cleanUp(_ console: Console, beside condarc: String? = nil) {
        let warnings = stores.everyStore.map { $0.cleanUp() } + [condarc.flatMap { files.cleanUp(beside: $0) }]
        for case let warning? in warnings { console.warn(warning) }
    }

    /// Anaconda's premium channels, or what `CONDA_TOKEN_REPO_URL` puts in their place.
    var site: RepoSite { stores.site }
}
