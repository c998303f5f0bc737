import HostPlatform

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

extension FileStore {
    func lockOwnership(in directory: FileDescriptor) throws(Errno) -> LockOwnership {
        LockOwnership(
            directory: try calls.status(of: directory), user: calls.userID(), hasModes: !platform.isWindows)
    }

    enum Taking {
        case held(FileDescriptor)
        case busy
        /// The file system has no locks, or something has the name that is no lock and cannot go.
        case unavailable
    }

    func take(_ name: String, in directory: FileDescriptor) throws(Errno) -> Taking {
        let ownership = try lockOwnership(in: directory)
        // What nobody honours is removed, and a second try is made at once.
        for _ in 0..<3 {
            if let taking = try take(name, in: directory, ownership) { return taking }
        }
        return .busy
    }

    /// - Returns: nil where what had the name is gone.
    private func take(
        _ name: String, in directory: FileDescriptor, _ ownership: LockOwnership
    ) throws(Errno) -> Taking? {
        if let made = try makeLock(name, in: directory, ownership) {
            return try take(made, isOwn: true, name, in: directory)
        }
        let found: FileDescriptor
        do {
            found = try calls.open(name, in: directory, .read)
        } catch {
            guard let status = try status(of: name, in: directory) else { return .busy }
            guard status.kind == .file, !ownership.isHonoured(status) else { return .unavailable }
            return try removeStrange(name, in: directory, ownership)
        }
        let status: FileStatus
        do { status = try calls.status(of: found) } catch {
            closeQuietly(found)
            throw error
        }
        guard status.kind == .file, ownership.isHonoured(status) else {
            closeQuietly(found)
            return status.kind == .file ? try removeStrange(name, in: directory, ownership) : .unavailable
        }
        let taking = try take(found, isOwn: false, name, in: directory)
        guard case .held = taking, !ownership.isUsable(status) else { return taking }
        defer { closeQuietly(found) }
        return try removeStrange(name, in: directory, ownership)
    }

    private func take(
        _ descriptor: FileDescriptor, isOwn: Bool, _ name: String, in directory: FileDescriptor
    ) throws(Errno) -> Taking {
        do {
            try calls.lock(descriptor)
            // Whoever had it may have removed it meanwhile.
            let status = try status(of: name, in: directory)
            let taken = try calls.status(of: descriptor)
            if let status, status.isSameFile(as: taken) { return .held(descriptor) }
            closeQuietly(descriptor)
            return .busy
        } catch {
            if isOwn, error != .wouldBlock, error != .again { try? calls.unlink(name, in: directory) }
            closeQuietly(descriptor)
            switch error {
            case .wouldBlock, .again: return .busy
            case .noLocks, .badDescriptor, .operationNotSupported, .notSupported, .noSystemCall, .invalid:
                return .unavailable
            default: throw error
            }
        }
    }

    /// Makes a lock file that has its owner and mode from the moment in which it has its name; nil where that is taken.
    private func makeLock(
        _ name: String, in directory: FileDescriptor, _ ownership: LockOwnership
    ) throws(Errno) -> FileDescriptor? {
        guard let owner = ownership.owner else { return try create(name, in: directory) }
        guard try status(of: name, in: directory) == nil else { return nil }
        let unnamed = TemporaryName.unlocked(for: name, random: calls.random())
        guard let descriptor = try create(unnamed, in: directory) else { return nil }
        give(descriptor, to: owner, ownership.mode)
        do {
            try calls.rename(unnamed, to: name, in: directory, .exclusively)
            return descriptor
        } catch {
            try? calls.unlink(unnamed, in: directory)
            closeQuietly(descriptor)
            if error == .exists || error == .notFound { return nil }
            guard error.isUnsupported else { throw error }
        }
        // Where no name can be given so, for a moment it belongs to who made it.
        let named = try create(name, in: directory)
        if let named { give(named, to: owner, ownership.mode) }
        return named
    }

    private func create(_ name: String, in directory: FileDescriptor) throws(Errno) -> FileDescriptor? {
        do {
            return try calls.open(name, in: directory, .create)
        } catch {
            guard error == .exists else { throw error }
            return nil
        }
    }

    /// What may not be given away, as in a container, keeps at least this user's processes apart.
    private func give(_ lock: FileDescriptor, to owner: (user: UInt32, group: UInt32), _ mode: FileMode) {
        let user = calls.userID()
        guard (try? calls.setOwner(lock, user: owner.user == user ? nil : owner.user, group: owner.group)) != nil else {
            return
        }
        if mode != .secretFile { try? calls.setMode(lock, mode) }
    }

    /// Removes a file that has a lock's name and that others do not honour, such as one of root in a user's directory.
    ///
    /// - Returns: nil where it is gone.
    private func removeStrange(
        _ name: String, in directory: FileDescriptor, _ ownership: LockOwnership
    ) throws(Errno) -> Taking? {
        guard let own = try? calls.open(".", in: directory, .directory) else { return .unavailable }
        defer { closeQuietly(own) }
        do {
            // One after the other: else the second one would remove what the first has just made in its place.
            try calls.lock(own)
            guard let present = try status(of: name, in: directory) else { return nil }
            guard present.kind == .file, !ownership.isCommon(present) else { return nil }
            try calls.unlink(name, in: directory)
            return nil
        } catch {
            return error == .wouldBlock || error == .again ? .busy : .unavailable
        }
    }
}
