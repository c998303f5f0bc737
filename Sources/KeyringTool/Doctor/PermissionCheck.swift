import CondaCredentials
import HostPlatform
import SecureFileStore

/// Modes of the directories around conda's own stores, and owners of everything.
enum PermissionCheck {
    /// - Parameter reported: what the stores say themselves.
    static func findings(_ session: ToolSession, reported: [StoreProblem]) -> [DoctorFinding] {
        let stores = StoreKind.own.filter { $0.isPresent(session.stores) }.map { $0.store(session.stores) }
        let paths = stores.flatMap(\.guardedPaths)
        let told = Set(reported.filter { $0.code == .mode }.map(\.path))
        let open = paths.filter { !told.contains($0) }.compactMap { session.files.problem(ofDirectory: $0) }
        // Of root's own home too, so the owner of the home is asked and not the user of the process: `sudo` keeps HOME.
        let owner = session.host.home.flatMap { home in (try? session.files.metadata(home))??.user }
        guard let home = session.host.home, let owner else { return open.map { DoctorFinding($0) } }
        return open.map { DoctorFinding($0) }
            + paths.compactMap { PermissionCheck.owner(of: $0, expected: owner, home: home, session) }
    }

    /// What a link leads to, has several names or lies outside the home is not for its user to get.
    private static func owner(of path: String, expected: UInt32, home: String, _ session: ToolSession) -> DoctorFinding?
    {
        guard isPlain(path, below: home, session), let metadata = (try? session.files.metadata(path)) ?? nil,
            metadata.user != expected, metadata.kind == .directory || metadata.status.names == 1
        else { return nil }
        return DoctorFinding(
            "owner", path: path, "it belongs to user \(metadata.user), the home directory to \(expected)",
            advice: (session.files.effectiveUser == 0 ? "" : "as root: ")
                + "chown -h \(expected) \(ShellWord.quoted(path))")
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
