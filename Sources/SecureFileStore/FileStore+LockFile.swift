import HostPlatform

extension FileStore {
    func lockOwnership(in directory: FileDescriptor) throws(Errno) -> LockOwnership {
        LockOwnership(directory: try calls.status(of: directory), user: calls.userID(), hasModes: !platform.isWindows)
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
        } catch { return error == .wouldBlock || error == .again ? .busy : .unavailable }
    }
}
