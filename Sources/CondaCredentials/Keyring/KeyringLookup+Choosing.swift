package import HostPlatform
import LosslessJSON
package import SecureFileStore

extension KeyringLookup {
    /// The keyring that anaconda-auth would use here.
    ///
    /// - Source: keyring's `core._detect_backend`, anaconda-auth's backends and their priorities
    package static func current(host: Host, places: TokenPlaces, files: FileStore) -> KeyringLookup {
        if places.keyring.origin.kind == .option { return file(places, files) }
        guard let choice = places.keyringBackend else { return automatic(places, files) }
        let place = choice.origin.text
        func failing(_ reason: String) -> KeyringLookup { KeyringLookup(place: place, content: .failing(reason)) }
        switch choice.backend {
        case .damaged(let reason): return failing("the file is damaged: \(reason)")
        case .named("keyring.backends.null.Keyring"): return KeyringLookup(place: place, content: .nothing)
        case .named("keyring.backends.fail.Keyring"): return failing("it names the backend that always fails")
        case .named("anaconda_auth.token.AnacondaKeyring"):
            return settingsFailure(places) ?? file(places, files)
        case .named("anaconda_auth.token.ConfigKeyring"):
            return settingsFailure(places) ?? setting(places) ?? KeyringLookup(place: place, content: .nothing)
        case .named(""): return failing("it names no backend")
        case .named: return failing("it names a backend that is not known here")
        }
    }

    private static func automatic(_ places: TokenPlaces, _ files: FileStore) -> KeyringLookup {
        if let failure = settingsFailure(places) { return failure }
        let path = places.keyring.path
        guard files.couldWrite(path) else {
            return KeyringLookup(
                place: path, content: .failing("anaconda-auth uses no keyring that it cannot write to"))
        }
        return setting(places) ?? file(places, files)
    }

    private static func settingsFailure(_ places: TokenPlaces) -> KeyringLookup? {
        if let problem = places.settings.fatalProblem {
            let place = problem.path.map { path in problem.line.map { "\(path):\($0)" } ?? path }
            return KeyringLookup(place: place ?? places.keyring.path, content: .failing(problem.message))
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
        return KeyringLookup(place: value.origin.text, content: .text(Array(text.utf8), isFile: false))
    }

    private static func file(_ places: TokenPlaces, _ files: FileStore) -> KeyringLookup {
        let path = places.keyring.path
        do throws(FileError) {
            let snapshot = try files.snapshot(path)
            return KeyringLookup(place: path, content: .text(snapshot.exists ? snapshot.bytes : nil, isFile: true))
        } catch {
            return KeyringLookup(place: path, content: .failing(error.message))
        }
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
