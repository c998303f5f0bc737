import HostPlatform
import CondaCredentials
import SecureFileStore

/// Modes of the directory around the keyring, and owners of everything.
struct PermissionCheck {
    let findings: [Finding]

    init(_ session: ToolSession) {
        let keyring = session.places.keyring.path
        let directory = session.host.platform.parent(of: keyring)
        var findings = PermissionCheck.mode(ofDirectory: directory, session).map { [$0] } ?? []
        let tokens = session.places.condaTokens.path
        let files = ((try? session.files.list(tokens)) ?? []).filter { $0.hasSuffix(CondaTokenFile.suffix) }
            .map { session.host.join(tokens, $0) }
        // Of root's own home too, so the owner of the home is asked and not the user of the process: `sudo` keeps HOME.
        if let home = session.host.home, let owner = (try? session.files.metadata(home))??.user {
            findings += ([keyring, directory, tokens] + files).compactMap {
                PermissionCheck.owner(of: $0, expected: owner, session)
            }
        }
        self.findings = findings
    }

    private static func mode(ofDirectory path: String, _ session: ToolSession) -> Finding? {
        guard let metadata = (try? session.files.metadata(path)) ?? nil, metadata.kind == .directory,
            metadata.mode.rawValue & 0o022 != 0, metadata.mode.rawValue & 0o1000 == 0
        else { return nil }
        return Finding(
            "mode", path: path, "others may replace the files in the directory (mode \(metadata.mode.octal))",
            mend: .closeToOthers(path: path))
    }

    private static func owner(of path: String, expected: UInt32, _ session: ToolSession) -> Finding? {
        guard let metadata = (try? session.files.metadata(path)) ?? nil, metadata.user != expected else { return nil }
        return Finding(
            "owner", path: path, "it belongs to user \(metadata.user), the home directory to \(expected)",
            advice: "chown \(expected) \(ShellWord.quoted(path))")
    }
}
