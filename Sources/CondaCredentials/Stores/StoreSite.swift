package import HostPlatform
package import SecureFileStore

/// One user's machine, as stores see it.
package struct StoreSite: Sendable {
    package let host: Host
    package let places: TokenPlaces
    package let files: FileStore
    /// Starts the programs that a store is reached through.
    package var programs = ProgramRunner.system
    /// The sorts of stores that are looked for.
    package var kinds = StoreKind.all
}

extension StoreSite {
    /// - Parameter root: the base installation, whose packages say where conda has its directories.
    /// - Throws: where the home directory is not known.
    package init(
        host: Host, files: FileStore, root: String?, keyringOption: String? = nil, tokenDirectoryOption: String? = nil
    ) throws(CredentialError) {
        let settings = files.settingFiles
        let places = try TokenPlaces(
            host: host, files: settings, keyringOption: keyringOption, tokenDirectoryOption: tokenDirectoryOption,
            platformdirs: StoreSite.platformdirs(host, root: root, settings))
        self.init(host: host, places: places, files: files)
    }

    /// The version of the package that gives conda its directories, where a variable makes it count.
    private static func platformdirs(_ host: Host, root: String?, _ files: SettingFiles) -> ReleaseVersion? {
        let variables = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"]
        guard let root, variables.contains(where: { host.environment[$0] != nil }) else { return nil }
        return InstalledPackages(host: host, root: root, files: files).package("platformdirs")
            .flatMap { ReleaseVersion($0.version) }
    }

    /// The stores of every sort, but for those that are not there.
    package var presentStores: [any TokenStore] {
        kinds.filter { $0.isPresent(self) }.map { $0.store(self) }
    }

    /// Every store in which a token of this user may stand, each place once: also directories of conda-token files that
    /// other programs and older versions use.
    package var everyStore: [any TokenStore] {
        let stores: [any TokenStore] =
            presentStores + places.otherTokenDirectories.filter { $0.user != .anacondaClient }.map(store)
        var seen: Set<String> = []
        return stores.filter { seen.insert($0.path).inserted }
    }
}

extension StoreSite {
    /// Refuses a store or its directory to which another user's settings lead, where it is not theirs.
    ///
    /// - Throws: `permission`.
    package func requireTrusted(_ path: String) throws(CredentialError) {
        for case let place? in kinds.map({ $0.placed(self) }) {
            guard let settings = place.origin.path, [place.path, host.platform.parent(of: place.path)].contains(path)
            else { continue }
            do { try files.requireTrusted(path, namedBy: host.absolute(settings)) } catch {
                throw CredentialError(error)
            }
        }
    }
}

extension StoreSite {
    /// Why a place is most likely not the one that its variable was to name: no program expands that.
    func doubt(about place: TokenPlaces.Place) -> CredentialError? {
        guard place.origin.kind == .environment, let value = host.environment[place.origin.name],
            let unexpanded = UnexpandedPath(value, host.environment)
        else { return nil }
        return CredentialError(
            .invalid,
            "\(place.origin.name) begins with '\(unexpanded.sign)', which nothing expands there: it means a directory "
                + "of that name in the working directory",
            hint: unexpanded.whole.map { "`export \(place.origin.name)=\(ShellWord.quoted($0))`" }
                ?? "give the variable the whole path")
    }
}
