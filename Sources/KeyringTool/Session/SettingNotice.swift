import CondaCredentials
import CommandLineKit

/// What is said of settings in several commands.
enum SettingNotice {
    static func systemStorage(_ session: ToolSession) -> String {
        let origin = session.places.preferredStorage?.origin.text ?? ""
        return
            "preferred_token_storage is 'system' (\(origin)): anaconda-auth saves to the operating system's keyring, and "
            + "asks it before the file (--store system)"
    }

    static func warnOfSystemStorage(_ session: ToolSession, _ invocation: Invocation) {
        guard session.places.preferredStorage?.string == "system" else { return }
        invocation.console.warn(systemStorage(session))
    }
}
