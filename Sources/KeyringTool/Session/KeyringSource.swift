import CommandLineKit
import CondaCredentials
import LosslessJSON

/// The keyring as anaconda-auth sees it: a setting may hold one that goes before the file.
enum KeyringSource {
    static func current(_ session: ToolSession) -> CredentialSelection.Source {
        let settings = session.places.settings
        if let key = settings[.apiKey], let text = key.string {
            let address = TokenAddress.apiKey(domain: settings.defaultDomain)
            let secret = Secret(text)
            let token = StoredToken(
                store: .keyring, address: address, secret: secret, expires: JSONWebToken.expiry(of: secret),
                path: key.origin.text)
            return CredentialSelection.Source(place: key.origin.text, reading: .tokens([token]))
        }
        if let keyring = settings[.keyring] { return source(of: keyring) }
        do {
            return reading(try session.store(.keyring))
        } catch {
            return CredentialSelection.Source(place: session.places.keyring.path, reading: .failed(error.message))
        }
    }

    static func reading(_ store: any TokenStore) -> CredentialSelection.Source {
        do {
            return CredentialSelection.Source(place: store.path, reading: .tokens(try store.contents().tokens))
        } catch {
            return CredentialSelection.Source(place: store.path, reading: .failed(error.message))
        }
    }

    /// The whole keyring in a setting, as JSON or as a table.
    private static func source(of setting: SettingValue) -> CredentialSelection.Source {
        let place = setting.origin.text
        do {
            let file = try KeyringFile(Array(json(setting.value).utf8), path: place)
            return CredentialSelection.Source(place: place, reading: .tokens(file.contents().tokens))
        } catch {
            return CredentialSelection.Source(place: place, reading: .failed(error.message))
        }
    }

    private static func json(_ value: TOMLValue) -> String {
        guard case .string(let text) = value else { return object(value).text() }
        return text
    }

    private static func object(_ value: TOMLValue) -> JSONValue {
        switch value {
        case .table(let table): .object(table.entries.map { .init($0.key, object($0.value)) })
        case .string(let text): .string(text)
        default: .null
        }
    }
}
