package import HostPlatform

extension FileStore {
    /// The user whose rights this process has (`geteuid`).
    package var effectiveUser: UInt32 { calls.userID() }
}

extension Host {
    /// The host of this process.
    ///
    /// - Parameters:
    ///   - values: the process's variables, as `main` got them.
    ///   - currentDirectory: the absolute path that relative ones start from; nil asks the system.
    ///   - store: reads the user database where no variable names the home directory.
    package static func current(environment values: Environment, currentDirectory: String? = nil, store: FileStore)
        -> Host
    {
        // A static program has no name service at hand, so the file is read.
        @Sendable func account(where accepts: (Account) -> Bool) -> Account? {
            let database = try? store.input("/etc/passwd", limit: SizeLimit.userDatabase).bytes
            return database.flatMap { Account.all(in: String(decoding: $0, as: UTF8.self)).first(where: accepts) }
        }
        let home = Host.home(platform: store.platform, environment: values) {
            let user = store.calls.userID()
            return account { $0.userID == user }
        }
        // A directory that was removed has no path; relative paths then stay relative.
        let directory = currentDirectory ?? (try? store.calls.currentDirectory()) ?? "."
        return Host(
            platform: store.platform, environment: values, home: home, currentDirectory: directory,
            homeOfUser: { name in account { $0.name == name }?.home })
    }

    /// Finds the base installation on this machine.
    package func baseInstallation(rootOption: String?, store: FileStore) -> BaseInstallation? {
        baseInstallation(rootOption: rootOption, resolve: store.executable(at:))
    }
}
