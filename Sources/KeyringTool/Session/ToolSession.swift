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
    let host: Host
    let places: TokenPlaces

    init(_ invocation: Invocation) {
        machine = Session(invocation.context)
        host = machine.host
        let files = machine.files
        let root = machine.root(option: invocation.value(.root))
        places = TokenPlaces(
            host: host, files: files.settingFiles, keyringOption: invocation.value(.keyring),
            tokenDirectoryOption: invocation.value(.tokenDirectory),
            platformdirs: ToolSession.platformdirs(host, root: root, files.settingFiles))
    }

    /// The version of the package that gives conda its directories, where a variable makes it count.
    private static func platformdirs(_ host: Host, root: String?, _ files: SettingFiles) -> ReleaseVersion? {
        let variables = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"]
        guard let root, variables.contains(where: { host.environment[$0] != nil }) else { return nil }
        return InstalledPackages(host: host, root: root, files: files).package("platformdirs")
            .flatMap { ReleaseVersion($0.version) }
    }

    private init(machine: Session, host: Host, places: TokenPlaces) {
        self.machine = machine
        self.host = host
        self.places = places
    }

    /// The same user as on another platform, with the variables of this process.
    func on(_ platform: Platform, _ invocation: Invocation) -> ToolSession {
        let elsewhere = host.environment.on(platform)
        let user = host.home.map(host.platform.baseName(of:)) ?? "user"
        let home = platform.isWindows ? elsewhere.nonEmpty("USERPROFILE") ?? "C:\\Users\\\(user)" : host.home
        let host = host.on(platform, home: home)
        let places = TokenPlaces(
            host: host, files: files.settingFiles, keyringOption: invocation.value(.keyring),
            tokenDirectoryOption: invocation.value(.tokenDirectory))
        return ToolSession(machine: machine, host: host, places: places)
    }

    var files: FileStore { machine.files }

    /// Where stores are.
    var stores: StoreSite { StoreSite(host: host, places: places, files: files) }

    /// The keyring, even where the settings leave its place in doubt: that is a finding of its own.
    var keyring: KeyringStore { KeyringStore(path: places.keyring.path, files: files) }

    var settingFiles: SettingFiles { files.settingFiles }

    var condaTokens: CondaTokenStore { CondaTokenStore(directory: places.condaTokens.path, files: files) }

    /// - Throws: where a file of settings is damaged that could have put the store elsewhere.
    func store(_ kind: StoreKind) throws(CredentialError) -> any TokenStore { try kind.certainStore(at: stores) }

    /// Anaconda's premium channels, or what `CONDA_TOKEN_REPO_URL` puts in their place.
    var site: RepoSite { RepoSite(url: host.environment.nonEmpty("CONDA_TOKEN_REPO_URL")) }
}

extension FileStore {
    /// How the rules about places read files.
    var settingFiles: SettingFiles {
        SettingFiles(
            read: { path in
                do throws(FileError) {
                    let snapshot = try snapshot(path, limit: SizeLimit.settings)
                    return snapshot.exists ? .bytes(snapshot.bytes) : .missing
                } catch {
                    // What is no file at all is passed over by every program that reads these.
                    return error.code == .notFound || error.code == .notARegularFile ? .missing : .failed(error.message)
                }
            },
            names: { (try? list($0)) ?? [] })
    }
}
