import HostPlatform
import LosslessJSON
import SecureFileStore

extension KeyringLookup {
    /// The keyring that anaconda-auth would use on a machine. The operating system's is asked only where anaconda-auth would
    /// ask it.
    ///
    /// - Parameter read: files that need not be opened again.
    /// - Source: keyring's `core._detect_backend`, anaconda-auth's backends and their priorities
    static func current(_ site: StoreSite, read: [FileSnapshot] = []) -> KeyringLookup {
        let (host, places) = (site.host, site.places)
        if places.keyring.origin.kind == .option { return file(site, read) }
        guard let choice = places.keyringBackend else { return automatic(site, read) }
        let place = choice.origin.text
        func failing(_ reason: String) -> KeyringLookup { KeyringLookup(place: place, content: .failing(reason)) }
        switch choice.backend {
        case .damaged(let reason): return failing("the file is damaged: \(reason)")
        case .named("keyring.backends.null.Keyring"): return KeyringLookup(place: place, content: .nothing)
        case .named("keyring.backends.fail.Keyring"): return failing("it names the backend that always fails")
        case .named("anaconda_auth.token.AnacondaKeyring"):
            return settingsFailure(places) ?? file(site, read)
        case .named("anaconda_auth.token.ConfigKeyring"):
            return settingsFailure(places) ?? setting(places) ?? KeyringLookup(place: place, content: .nothing)
        case .named(let name) where name == systemBackend(host):
            do throws(CredentialError) {
                return KeyringLookup(place: place, content: .layers([try layer(site.systemKeyringStore)]))
            } catch { return failing(error.message) }
        case .named("keyring.backends.chainer.ChainerBackend"):
            return automatic(site, read, isChain: true)
        case .named(""): return failing("it names no backend")
        case .named: return failing("it names a backend that is not known here")
        }
    }

    /// The class by which Python's keyring knows the operating system's.
    private static func systemBackend(_ host: Host) -> String {
        switch host.platform {
        case .linux: "keyring.backends.SecretService.Keyring"
        case .macos: "keyring.backends.macOS.Keyring"
        case .windows: "keyring.backends.Windows.WinVaultKeyring"
        }
    }

    private static func layer(_ store: SystemKeyringStore) throws(CredentialError) -> Layer {
        .system(try store.entries(), name: store.path)
    }

    /// - Parameter isChain: whether the chain of all backends was named; else the strongest backend is taken.
    private static func automatic(
        _ site: StoreSite, _ read: [FileSnapshot], isChain: Bool = false
    ) -> KeyringLookup {
        let places = site.places
        if let failure = settingsFailure(places) { return failure }
        let path = places.keyring.path
        let isSystemFirst = places.systemStorage != nil
        let couldWrite = site.files.couldWrite(path)
        if couldWrite, let setting = setting(places) { return setting }
        guard isSystemFirst || isChain else {
            guard couldWrite else {
                return KeyringLookup(
                    place: path, content: .failing("anaconda-auth uses no keyring that it cannot write to"))
            }
            return file(site, read)
        }
        var own: [Layer] = []
        if couldWrite {
            let found = file(site, read)
            guard case .layers(let layers) = found.content else { return found }
            own = layers
        }
        let store = site.systemKeyringStore
        do throws(CredentialError) {
            let layer = try layer(store)
            let places = isSystemFirst ? [store.path] + (couldWrite ? [path] : []) : [path, store.path]
            return KeyringLookup(
                place: places.joined(separator: ", then "),
                content: .layers(isSystemFirst ? [layer] + own : own + [layer]), filePlace: path)
        } catch {
            // What is locked is there, and an error; what is not there is no backend.
            if error.code == .locked, isSystemFirst {
                return KeyringLookup(place: store.path, content: .failing(error.message))
            }
            guard couldWrite else {
                return KeyringLookup(place: path, content: .failing("anaconda-auth has no keyring: \(error.message)"))
            }
            return KeyringLookup(place: path, content: .layers(own), unasked: "\(store.path): \(error.message)")
        }
    }

    private static func settingsFailure(_ places: TokenPlaces) -> KeyringLookup? {
        if let problem = places.settings.fatalProblem {
            return KeyringLookup(place: problem.place ?? places.keyring.path, content: .failing(problem.message))
        }
        guard places.keyringUserIsKnown else {
            return KeyringLookup(
                place: places.keyring.origin.text, content: .failing("there is no such user to take the home of"))
        }
        return nil
    }

    /// The keyring that is a setting itself.
    private static func setting(_ places: TokenPlaces) -> KeyringLookup? {
        let settings = places.settings
        if let value = settings[.apiKey], let text = value.string, !text.isEmpty {
            return KeyringLookup(
                place: value.origin.text, content: .apiKey(Secret(text), domain: settings.defaultDomain))
        }
        guard let value = settings[.keyring] else { return nil }
        let text = value.keyringText
        // An empty one counts as none.
        guard let document = try? JSONDocument(Array(text.utf8)), document.root.members?.isEmpty == false else {
            return nil
        }
        return KeyringLookup(place: value.origin.text, content: .setting(Array(text.utf8)))
    }

    private static func file(_ site: StoreSite, _ read: [FileSnapshot]) -> KeyringLookup {
        let path = site.places.keyring.path
        do throws(FileError) {
            let snapshot =
                if let known = read.first(where: { $0.path == path }) { known } else { try site.files.snapshot(path) }
            return KeyringLookup(place: path, content: .layers([.file(snapshot.exists ? snapshot.bytes : nil)]))
        } catch { return KeyringLookup(place: path, content: .failing(error.message)) }
    }
}

extension SettingValue {
    /// A keyring in a setting, as JSON.
    package var keyringText: String {
        guard case .string(let text) = value else { return SettingValue.json(value).text() }
        return text
    }

    private static func json(_ value: TOMLValue) -> JSONValue {
        switch value {
        case .table(let table): .object(table.entries.map { .init($0.key, json($0.value)) })
        case .string(let text): .string(text)
        default: .null
        }
    }
}
