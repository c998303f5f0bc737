/// To whom the lock files of a directory belong: to its owner, whoever makes them, and to those who may write in it. These
/// could replace the locked file as well.
struct LockOwnership {
    private let directory: FileStatus
    /// The user of this process.
    private let user: UInt32
    /// The mode of a lock file.
    let mode: FileMode

    init(directory: FileStatus, user: UInt32, hasModes: Bool) {
        self.directory = directory
        self.user = user
        // Who may write may lock, that is read. In a directory such as `/tmp` they may not touch what others made.
        let isSticky = directory.mode.rawValue & 0o1000 != 0
        mode = FileMode(rawValue: 0o600 | (hasModes && !isSticky ? (directory.mode.rawValue & 0o022) << 1 : 0))
    }

    /// To whom a lock file of this process is given; nil where it belongs to them already.
    var owner: (user: UInt32, group: UInt32)? {
        guard user == 0 && directory.user != 0 || mode != .secretFile else { return nil }
        return (user == 0 ? directory.user : user, directory.group)
    }

    /// Whether a lock file is what every process here would make or honour: another is the work of a stranger.
    func isCommon(_ lock: FileStatus) -> Bool {
        if lock.user == directory.user { return true }
        guard mode != .secretFile, lock.mode == mode else { return false }
        return lock.group == directory.group || mode.rawValue & 0o004 != 0
    }

    /// Whether this process waits for who holds a lock file.
    func isHonoured(_ lock: FileStatus) -> Bool { isCommon(lock) || lock.user == user }

    /// Whether a lock file that was found counts once it is held: root's own, in another user's directory, is none that
    /// this user could open.
    func isUsable(_ lock: FileStatus) -> Bool { isCommon(lock) || lock.user == user && user != 0 }
}
