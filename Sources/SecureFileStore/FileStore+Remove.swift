extension FileStore {
    /// Removes a file that is still what was read; of a symbolic link, the file it leads to.
    ///
    /// - Parameter path: the file.
    /// - Parameter expecting: the snapshot that the decision was made on.
    /// - Returns: whether the removal will survive a power failure; true where there was nothing to remove.
    /// - Throws: `changed` if the file is another one now; `permission`, `io`, `locked`.
    @discardableResult
    package func remove(_ path: String, expecting: FileSnapshot) throws(FileError) -> Bool {
        guard expecting.exists else { return true }
        let changed = FileError(.changed, "\(path) was changed by another program", path: path, hint: "run it again")
        let place = try place(path, .directory)
        guard let directory = place.directory else { throw changed }
        defer { closeQuietly(directory) }
        let lock = try lock(place, in: directory)
        defer { release(lock, name: place.name) }
        let held = try hold(place, limit: max(expecting.bytes.count, Self.defaultLimit))
        defer { letGo(held) }
        guard held.snapshot.isSame(as: expecting) else { throw changed }
        do {
            guard try setAside(held, place, lock) else { throw changed }
            return flush(directory)
        } catch {
            throw fileError(error, cannot: "remove \(path)", path: path)
        }
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
                try isUnwritten(held, limit: held.snapshot.bytes.count)
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
