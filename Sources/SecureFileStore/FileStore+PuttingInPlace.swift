/// How the new content takes the file's place, so that nothing anybody else wrote is lost.
///
/// The two files are exchanged at once, and the old one is looked at under the new one's former name: another program
/// may have replaced it, or be writing into it. Then the files are exchanged back, and the edit starts over. While that
/// is looked at, nobody can open the new file, so nobody can have built on it; and who waits to read it gets what the
/// other program wrote.
extension FileStore {
    /// - Returns: whether the directory was flushed; nil where another program was faster, and nothing has been changed.
    func putInPlace(
        _ new: TemporaryFile, _ held: HeldFile, _ place: FilePlace, _ order: ReplacementOrder, _ lock: EditLock
    ) throws -> Bool? {
        guard held.snapshot.exists else {
            return try renamed(new.name, toFree: place.name, in: lock.directory) ? flush(lock.directory) : nil
        }
        guard try exchanged(new.name, place.name, in: lock.directory) else {
            guard try isUnwritten(held, limit: order.limit), try isNamed(place.name, held, lock) else { return nil }
            try calls.rename(new.name, to: place.name, in: lock.directory, .replacing)
            return flush(lock.directory)
        }
        // Flushed first, for that takes a while: whoever found the old file before the exchange opens it now at last.
        let isFlushed = flush(lock.directory)
        do {
            if try isNamed(new.name, held, lock), try isUnwritten(held, limit: order.limit) {
                removeOld(new.name, lock)
                return isFlushed
            }
        } catch {
            try takeBack(new, place, lock)
            throw error
        }
        try takeBack(new, place, lock)
        return nil
    }

    /// Whether somebody who had read the old file has written over the new one, while it was put in place.
    ///
    /// Who opens it then waits for the lease on it, which ends here.
    ///
    /// - Parameter isLeased: whether there is one.
    /// - Throws: `locked` where they are not done before the deadline.
    func isOverwritten(
        _ new: TemporaryFile, isLeased: Bool, _ place: FilePlace, _ order: ReplacementOrder, _ lock: EditLock
    ) throws -> Bool {
        // Not to know it is to be as good as others, who have no leases.
        let isWanted = isLeased && (try? calls.isLeaseWanted(new.descriptor, .nobodyAllowed)) == true
        letGo(new.descriptor, isLeased: isLeased)
        guard isWanted else { return false }
        let present = FilePlace(
            path: place.path, resolvedPath: place.resolvedPath, directory: lock.directory,
            directoryPath: place.directoryPath, name: place.name,
            status: try status(of: place.name, in: lock.directory), isLinked: place.isLinked)
        guard let descriptor = try openForReading(present) else { return true }
        var isHeld = false
        defer { letGo(descriptor, isLeased: isHeld) }
        isHeld = try waitForWriters(descriptor, place.path)
        return try readAll(descriptor, path: place.path, limit: Int.max - 1) != order.bytes
    }

    /// Whether a name is that of the file that was read.
    private func isNamed(_ name: String, _ held: HeldFile, _ lock: EditLock) throws(Errno) -> Bool {
        guard let present = try status(of: name, in: lock.directory), let before = held.snapshot.status else {
            return false
        }
        return present.isSameFile(as: before)
    }

    /// Exchanges two files; false where the file system cannot.
    private func exchanged(_ one: String, _ other: String, in directory: FileDescriptor) throws(Errno) -> Bool {
        do {
            try calls.rename(one, to: other, in: directory, .exchanging)
            return true
        } catch {
            guard error.isUnsupported else { throw error }
            return false
        }
    }

    /// Gives the file back to who changed it. The new content is under its former name again, or gone.
    private func takeBack(_ new: TemporaryFile, _ place: FilePlace, _ lock: EditLock) throws {
        let ours = try calls.status(of: new.descriptor)
        try calls.rename(new.name, to: place.name, in: lock.directory, .exchanging)
        guard let back = try status(of: new.name, in: lock.directory) else { return }
        // Not ours came back, but what replaced it meanwhile, and so would have replaced the other.
        guard back.isSameFile(as: ours) else {
            return try calls.rename(new.name, to: place.name, in: lock.directory, .exchanging)
        }
        // Where it cannot be filled, whoever waits for it reads what would have been there.
        try? fill(new, from: place, lock)
    }

    /// Who found the new file by its name waits to read it, and would build on an edit that was not made: on a keyring
    /// without the entry that they themselves have just written.
    private func fill(_ new: TemporaryFile, from place: FilePlace, _ lock: EditLock) throws {
        let descriptor = try calls.open(place.name, in: lock.directory, .read, mode: .none)
        defer { closeQuietly(descriptor) }
        let present = try readAll(descriptor, path: place.path, limit: Int.max - 1)
        try calls.empty(new.descriptor)
        try writeAll(present, to: new.descriptor)
    }

    private func removeOld(_ name: String, _ lock: EditLock) {
        // The change is made. What stays is found by the next run, or goes now.
        if (try? calls.unlink(name, in: lock.directory)) == nil { try? calls.unlink(name, in: lock.directory) }
    }

    /// Whether a file got a new name in its directory; false where that is taken.
    func renamed(_ old: String, toFree new: String, in directory: FileDescriptor) throws(Errno) -> Bool {
        do {
            try calls.rename(old, to: new, in: directory, .exclusively)
            return true
        } catch {
            if error == .exists { return false }
            guard error.isUnsupported else { throw error }
        }
        // A file system that cannot do both at once. Under the lock nobody of ours takes the name in between.
        guard try status(of: new, in: directory) == nil else { return false }
        try calls.rename(old, to: new, in: directory, .replacing)
        return true
    }
}
