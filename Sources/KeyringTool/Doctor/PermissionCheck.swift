import CondaCredentials
import HostPlatform
import SecureFileStore

/// Modes of the directory around the keyring, and owners of everything.
enum PermissionCheck {
    static func findings(_ session: ToolSession) -> [Finding] {
        let keyring = session.places.keyring.path
        let directory = session.host.platform.parent(of: keyring)
        var findings = session.files.problem(ofDirectory: directory).map { [Finding($0)] } ?? []
        let tokens = session.places.condaTokens.path
        let names = (try? session.files.list(tokens)) ?? []
        let files = names.filter(CondaTokenFile.isName).map { session.host.join(tokens, $0) }
        findings += names.filter { !CondaTokenFile.isName($0) }.compactMap {
            PermissionCheck.stray(session.host.join(tokens, $0), session)
        }
        // Of root's own home too, so the owner of the home is asked and not the user of the process: `sudo` keeps HOME.
        if let home = session.host.home, let owner = (try? session.files.metadata(home))??.user {
            findings += ([keyring, directory, tokens] + files).compactMap {
                PermissionCheck.owner(of: $0, expected: owner, home: home, session)
            }
        }
        return findings
    }

    /// What a link leads to, has several names or lies outside the home is not for its user to get.
    private static func owner(of path: String, expected: UInt32, home: String, _ session: ToolSession) -> Finding? {
        guard isPlain(path, below: home, session), let metadata = (try? session.files.metadata(path)) ?? nil,
            metadata.user != expected, metadata.kind == .directory || metadata.status.names == 1
        else { return nil }
        return Finding(
            "owner", path: path, "it belongs to user \(metadata.user), the home directory to \(expected)",
            advice: (session.files.effectiveUser == 0 ? "" : "as root: ")
                + "chown -h \(expected) \(ShellWord.quoted(path))")
    }

    /// A token in a file that conda does not read, so that nothing else looks at it.
    private static func stray(_ path: String, _ session: ToolSession) -> Finding? {
        guard let metadata = (try? session.files.metadata(path)) ?? nil, metadata.kind == .file,
            metadata.mode.isOpenToOthers, let snapshot = try? session.files.snapshot(path, limit: SizeLimit.token),
            let token = CondaTokenFile.plainToken(in: snapshot.bytes)
        else { return nil }
        return Finding(
            "mode", path: path,
            "others may read the file (mode \(metadata.mode.octal)), which holds what looks like a token (\(token.redacted))",
            mend: .closeToOthers(path: path))
    }

    private static func isPlain(_ path: String, below home: String, _ session: ToolSession) -> Bool {
        var place = path
        while place != home {
            let name = session.host.platform.baseName(of: place)
            let parent = session.host.platform.parent(of: place)
            guard name != "..", name != ".", parent != place, !parent.isEmpty,
                let metadata = (try? session.files.metadata(place)) ?? nil, !metadata.isLinked
            else { return false }
            place = parent
        }
        return true
    }
}
