/// How the new content takes the file's place, so that nothing anybody else wrote is lost.
///
/// The two files are exchanged at once, and the old one is looked at under the new one's former name: another program
/// may have replaced it, or wait to write into it. Then the files are exchanged back, and the edit starts over. While that
/// is looked at, nobody can open the new file, so nobody can have built on it; and who waits to open it gets what the
/// other program wrote.
extension FileStore {
    /// - Returns: whether the directory was flushed; nil where another program was faster, and nothing has been changed.
    func putInPlace(_ new: TemporaryFile, _ held: HeldFile, _ place: FilePlace, _ lock: EditLock) throws -> Bool? {
        let before = try status(of: place.name, in: lock.directory)
        // Also one that another program gave a mode, an owner or an attribute is to keep it.
        guard before == held.snapshot.status, try !isDisturbed(held) else { return nil }
        guard held.snapshot.exists else {
            return try renamed(new.name, toFree: place.name, in: lock.directory) ? flush(lock.directory) : nil
        }
        guard try exchanged(new.name, place.name, in: lock.directory) else {
            try calls.rename(new.name, to: place.name, in: lock.directory, .replacing)
            return flush(lock.directory)
        }
        // Flushed first, for that takes a while: whoever found the old file before the exchange opens it now at last.
        let isFlushed = flush(lock.directory)
        do {
            if try isUntouched(new.name, held, lock) {
                removeOld(new.name, lock)
                return isFlushed
            }
        } catch {
            try takeBack(new, held, place, lock)
            throw error
        }
        try takeBack(new, held, place, lock)
        return nil
    }

    /// Whether somebody who had read the old file has written over the new one, while it was put in place.
    ///
    /// Who opens it then waits for the lease on it, which ends here.
    ///
    /// - Throws: `locked` where they are not done before the deadline.
    func isOverwritten(
        _ new: TemporaryFile, _ place: FilePlace, _ order: ReplacementOrder, _ lock: EditLock
    ) throws -> Bool {
        // Not to know it is to be as good as others, who have no leases.
        let isWanted = new.isLeased && isWaitedFor(new)
        letGo(new.descriptor, isLeased: new.isLeased)
        guard isWanted else { return false }
        guard let descriptor = try openForReading(present(place, lock)) else { return true }
        var isHeld = false
        defer { letGo(descriptor, isLeased: isHeld) }
        isHeld = try waitForWriters(descriptor, place.path)
        return try readAll(descriptor, path: place.path, limit: Int.max - 1) != order.bytes
    }

    private func isWaitedFor(_ new: TemporaryFile) -> Bool {
        (try? calls.isLeaseWanted(new.descriptor, .nobodyAllowed)) == true
    }

    private func present(_ place: FilePlace, _ lock: EditLock) throws(Errno) -> FilePlace {
        var present = place
        present.directory = lock.directory
        present.status = try status(of: place.name, in: lock.directory)
        return present
    }

    /// Whether a name is that of the file that was read, and nobody has changed it or waits to.
    private func isUntouched(_ name: String, _ held: HeldFile, _ lock: EditLock) throws -> Bool {
        guard var present = try status(of: name, in: lock.directory), let before = held.snapshot.status else {
            return false
        }
        // A new name alone changes this.
        present.changed = before.changed
        return try present == before && !isDisturbed(held)
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

    /// Gives the file back to who changed it, or waits to.
    ///
    /// What has the new one's name after this is to go.
    private func takeBack(_ new: TemporaryFile, _ held: HeldFile, _ place: FilePlace, _ lock: EditLock) throws {
        let ours = try calls.status(of: new.descriptor)
        guard try exchangeBack(new.name, place, until: ours, lock) else { return }
        // Now that the old file has its name again, it may be written.
        held.descriptor.map { try? calls.endLease($0) }
        if new.isLeased {
            if isWaitedFor(new) { try handOver(new, place, lock) }
        } else {
            // Whoever has it open reads what would have been there.
            try? fill(new, with: readAll(at: place, lock))
        }
    }

    /// Exchanges the files back; false where another program has replaced the new one: then that stays in its place.
    private func exchangeBack(
        _ name: String, _ place: FilePlace, until expected: FileStatus, _ lock: EditLock
    ) throws -> Bool {
        var (given, expected, isBack) = (try status(of: name, in: lock.directory), expected, true)
        while true {
            try calls.rename(name, to: place.name, in: lock.directory, .exchanging)
            let taken = try status(of: name, in: lock.directory)
            guard let taken, let previous = given, !taken.isSameFile(as: expected) else { return isBack }
            // What replaced one of the two would have replaced the other.
            (given, expected, isBack) = (taken, previous, false)
        }
    }

    /// Who found the new file by its name waits to open it. They must not build on an edit that was not made, nor write
    /// into a file that is gone: with what the old one holds, and is, it takes its place.
    private func handOver(_ new: TemporaryFile, _ place: FilePlace, _ lock: EditLock) throws {
        var wait = LockDeadline(self)
        repeat {
            let old = try hold(present(place, lock), limit: Int.max - 1)
            defer { letGo(old) }
            guard old.snapshot.exists else { return }
            try fill(new, with: old.snapshot.bytes)
            _ = try inherit(from: old.snapshot, policy: .ordinary, to: new.descriptor, in: lock.directory)
            try calls.synchronize(new.descriptor)
            try calls.rename(new.name, to: place.name, in: lock.directory, .exchanging)
            _ = flush(lock.directory)
            if try isUntouched(new.name, old, lock) { return }
            guard try exchangeBack(new.name, place, until: calls.status(of: new.descriptor), lock) else { return }
        } while wait.goesOn()
    }

    private func fill(_ new: TemporaryFile, with bytes: [UInt8]) throws(Errno) {
        try calls.empty(new.descriptor)
        try writeAll(bytes, to: new.descriptor)
    }

    private func readAll(at place: FilePlace, _ lock: EditLock) throws -> [UInt8] {
        let descriptor = try calls.open(place.name, in: lock.directory, .read)
        defer { closeQuietly(descriptor) }
        return try readAll(descriptor, path: place.path, limit: Int.max - 1)
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
