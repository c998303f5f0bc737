import CommandLineKit
import CondaCredentials

/// What is said of settings in several commands.
enum SettingNotice {
    static func systemStorage(_ session: ToolSession) -> String {
        let origin = session.places.preferredStorage?.origin.text ?? ""
        return
            "preferred_token_storage is 'system' (\(origin)): anaconda-auth saves to the operating system's keyring, and "
            + "asks it before the file (--store system)"
    }

    /// What keeps anaconda-auth from a token that is put into the keyring.
    static func warnOfKeyring(_ session: ToolSession, _ invocation: Invocation) {
        warnOfSystemStorage(session, invocation)
        let keyring = session.places.keyring
        if keyring.origin.kind == .dotEnv {
            invocation.console.warn(
                "\(keyring.origin.text) puts the keyring at \(keyring.path), and only for programs started in this directory",
                hint: "set keyring_path in \(session.places.settings.configPath), or take the line out"
            )
        }
        if let backend = session.places.keyringBackend, let obstacle = backend.obstacle {
            invocation.console.warn("\(backend.origin.text) \(obstacle)", hint: backend.removal)
        }
        for field in [AnacondaSettings.Field.apiKey, .keyring] {
            guard let value = session.places.settings[field] else { continue }
            invocation.console.warn(
                "\(value.origin.text) is set: while it is, anaconda-auth does not look into the keyring")
        }
    }

    static func warnOfSystemStorage(_ session: ToolSession, _ invocation: Invocation) {
        guard session.places.preferredStorage?.string == "system" else { return }
        invocation.console.warn(systemStorage(session))
    }
}
