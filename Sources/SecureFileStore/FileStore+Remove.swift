extension FileStore {
    /// Removes a file; of a symbolic link, the file it leads to.
    ///
    /// - Parameter check: throws where the file is to stay; it sees what is removed.
    /// - Returns: what was removed, and whether the removal will survive a power failure; true where there was nothing.
    /// - Throws: `changed` if another program changes the file meanwhile, `permission`, `io`, `locked`; what the check throws.
    @discardableResult
    package func remove(
        _ path: String, limit: Int = defaultLimit, _ check: (FileSnapshot) throws -> Void = { _ in }
    ) throws -> (before: FileSnapshot, isFlushed: Bool) {
        let place = try place(path, .directory)
        defer { place.directory.map(closeQuietly) }
        guard let directory = place.directory, place.status != nil else {
            return (FileSnapshot(path: path, resolvedPath: place.resolvedPath), true)
        }
        let lock = try lock(place, in: directory)
        defer { release(lock) }
        let held = try hold(place, limit: limit)
        defer { letGo(held) }
        guard held.snapshot.exists else { return (held.snapshot, true) }
        try check(held.snapshot)
        do {
            guard try setAside(held, place, lock) else {
                throw FileError(.changed, "\(path) was changed by another program", path: path, hint: "run it again")
            }
            return (held.snapshot, flush(directory))
        } catch { throw fileError(error, cannot: "remove \(path)", path: path) }
    }

    /// Removes a file that nobody has written into; false where somebody has, and then it stays.
    private func setAside(_ held: HeldFile, _ place: FilePlace, _ lock: EditLock) throws -> Bool {
        let name =
            lock.isHeld
            ? TemporaryName.locked(for: place.name) : TemporaryName.unlocked(for: place.name, random: calls.random())
        // First out of the way, so that it can come back.
        try calls.rename(place.name, to: name, in: lock.directory, .replacing)
        do {
            let present = try status(of: name, in: lock.directory)
            if let present, let before = held.snapshot.status, present.isSameFile(as: before),
                try !isDisturbed(held)
            {
                try calls.unlink(name, in: lock.directory)
                return true
            }
        } catch {
            _ = try renamed(name, toFree: place.name, in: lock.directory)
            throw error
        }
        _ = try renamed(name, toFree: place.name, in: lock.directory)
        return false
    }
}
