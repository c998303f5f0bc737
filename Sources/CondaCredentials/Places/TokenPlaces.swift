import CondaURL
package import HostPlatform

/// Where every token of a user may be, and which setting decided each place: a pure function of the platform, the
/// environment, the home directory and the texts of the setting files.
package struct TokenPlaces: Sendable {
    /// A path, what decided it, and what else was set but is weaker.
    package struct Place: Sendable, Equatable {
        package let path: String
        package let origin: SettingOrigin
        /// Strongest first.
        package let overridden: [Place]

        init(_ path: String, _ origin: SettingOrigin, overridden: [Place] = []) {
            self.path = path
            self.origin = origin
            self.overridden = overridden
        }

        /// What to do where a directory is found there: what names it is to name a file in it; nil where nothing does.
        func directoryRemedy(_ file: String) -> String? {
            origin.kind == .default
                ? nil : "\(origin.text) is to name the file: such as \(Platform.current.join(path, file))"
        }
    }

    /// A directory of conda-token files that another program or an older version of conda uses.
    package struct OtherDirectory: Sendable, Equatable {
        package enum User: String, Sendable {
            /// conda 23.11.
            case olderConda = "conda-23.11"
            /// anaconda-client and mamba.
            case anacondaClient = "anaconda-client"
            /// The place without `BINSTAR_CONFIG_DIR`, where a process without that variable looks.
            case withoutVariable = "without-BINSTAR_CONFIG_DIR"
        }

        package let place: Place
        package let user: User

        package var path: String { place.path }
    }

    /// The home directory, below which most of them are.
    package let home: String
    package let settings: AnacondaSettings
    package let keyring: Place
    /// False where the keyring's path begins with `~user` and there is no such user, at which anaconda-auth stops.
    package let keyringUserIsKnown: Bool
    /// The backend that Python's keyring is told to use in place of anaconda-auth's own.
    package let keyringBackend: KeyringBackendChoice?
    package let condaTokens: Place
    package let otherTokenDirectories: [OtherDirectory]
    /// The keyring of the newer `ana` program, where `ANA_KEYRING_PATH` gives it a place of its own.
    package let anaKeyring: Place?

    /// - Parameters:
    ///   - host: a machine on which the home directory is known.
    ///   - platformdirs: the version of that package in the base installation, whose rules conda's directory follows; nil
    ///     for the newest.
    /// - Throws: `io` where it is not: a path that begins with `~` would be one of the working directory.
    package init(
        host: Host, files: SettingFiles, keyringOption: String? = nil, tokenDirectoryOption: String? = nil,
        platformdirs: ReleaseVersion? = nil
    ) throws(CredentialError) {
        guard let home = host.home else {
            throw CredentialError(.io, "the home directory is not known", hint: "set HOME to it")
        }
        self.home = home
        settings = AnacondaSettings(host: host, files: files)
        keyring = TokenPlaces.keyring(host, home, settings, option: keyringOption)
        keyringUserIsKnown =
            keyring.origin.kind == .option
            || settings.values(of: .keyringPath).first?.string.map { value in
                host.isHomeKnown(in: host.expandingVariables(value))
            } ?? true
        keyringBackend = KeyringBackendChoice(host: host, files: files)
        let directories = PlatformDirectories(host: host, version: platformdirs)
        condaTokens = TokenPlaces.condaTokens(host, directories, option: tokenDirectoryOption)
        otherTokenDirectories = TokenPlaces.otherDirectories(host, home, directories, besides: condaTokens.path)
        anaKeyring = host.environment.nonEmpty("ANA_KEYRING_PATH").map {
            Place(host.setting($0), SettingOrigin(kind: .environment, name: "ANA_KEYRING_PATH"))
        }
    }

    /// Which storage anaconda-auth uses: its own file, or `system` for that of the operating system.
    package var preferredStorage: SettingValue? { settings[.preferredTokenStorage] }

    private static func keyring(_ host: Host, _ home: String, _ settings: AnacondaSettings, option: String?) -> Place {
        let named = option.map { Place(host.absolute($0), SettingOrigin(kind: .option, name: "--keyring")) }
        let set = settings.values(of: .keyringPath).compactMap { value in
            value.string.map { Place(host.setting($0), value.origin) }
        }
        let places = (named.map { [$0] } ?? []) + set
        guard let first = places.first else { return Place(host.join(home, ".anaconda", "keyring"), .platformDefault) }
        return Place(first.path, first.origin, overridden: Array(places.dropFirst()))
    }

    private static func condaTokens(_ host: Host, _ directories: PlatformDirectories, option: String?) -> Place {
        // Set to nothing, it still counts: conda asks whether it is there.
        let variable = host.environment["BINSTAR_CONFIG_DIR"].map {
            Place(host.absolute(host.join($0, "data")), SettingOrigin(kind: .environment, name: "BINSTAR_CONFIG_DIR"))
        }
        if let option {
            return Place(
                host.absolute(option), SettingOrigin(kind: .option, name: "--token-dir"),
                overridden: variable.map { [$0] } ?? [])
        }
        return variable ?? directories.configuration("binstar", author: "ContinuumIO")
    }

    private static func otherDirectories(
        _ host: Host, _ home: String, _ directories: PlatformDirectories, besides present: String
    ) -> [OtherDirectory] {
        var others: [OtherDirectory] = []
        func add(_ place: Place, _ user: OtherDirectory.User) {
            if place.path != present, !others.contains(where: { $0.path == place.path }) {
                others.append(OtherDirectory(place: place, user: user))
            }
        }
        if let moved = host.environment["BINSTAR_CONFIG_DIR"] {
            add(directories.configuration("binstar", author: "ContinuumIO"), .withoutVariable)
            let tokens = host.absolute(host.join(moved, "data", "tokens"))
            add(Place(tokens, SettingOrigin(kind: .environment, name: "BINSTAR_CONFIG_DIR")), .anacondaClient)
        }
        if host.platform == .linux {
            add(directories.data("binstar"), .olderConda)
        }
        add(Place(host.join(home, ".continuum", "anaconda-client", "tokens"), .platformDefault), .anacondaClient)
        return others
    }
}

extension TokenPlaces {
    /// The path to show of any store: a password or token of the URL in a conda-token file's name is redacted.
    package static func shown(path: String) -> String {
        let name = Platform.current.baseName(of: path)
        let directory = String(decoding: path.utf8.dropLast(name.utf8.count), as: UTF8.self)
        // A file that nobody reads may be called as the token is that it holds.
        guard CondaTokenFile.isName(name) else { return MisplacedToken.isKnown(name) ? directory + "…" : path }
        guard let url = CondaTokenFile.url(fromName: name) else { return directory + ChannelURL.shown(name) }
        // A name that is no address may be the token, put in the wrong place.
        if !url.contains("/"), !url.contains("."), SecretScanner.isToken(url) {
            return directory + "…" + CondaTokenFile.suffix
        }
        let shown = ChannelURL.shown(url)
        return shown == url ? path : directory + CondaTokenFile.name(for: shown)
    }
}

extension Host {
    /// The value of `keyring_path`: variables first, then `~`, as anaconda-auth has it.
    fileprivate func setting(_ value: String) -> String {
        // Nothing is the working directory itself.
        let path = expandingHome(expandingVariables(value))
        return path.isEmpty ? currentDirectory : absolute(path)
    }

    /// Whether a leading `~` or `~user` of a path stands for a directory.
    fileprivate func isHomeKnown(in path: String) -> Bool {
        guard path.utf8.first == UInt8(ascii: "~") else { return true }
        return expandingHome(path).utf8.first != UInt8(ascii: "~")
    }
}
