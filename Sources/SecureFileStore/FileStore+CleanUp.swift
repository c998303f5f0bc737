/// What killed processes of this toolkit left: a lock file that nobody holds, and perhaps a temporary file.
///
/// The next edit takes both over. These are for commands that find nothing to change, so that a second run leaves
/// nothing either. What cannot be removed does no harm, and is no failure.
extension FileStore {
    /// Removes what was left beside a file.
    ///
    /// - Returns: a warning where the left process may have put the file in place, and its name cannot be flushed to the
    ///   disk.
    package func cleanUp(beside path: String) -> String? {
        guard let place = try? place(path, .directory), let directory = place.directory else { return nil }
        defer { closeQuietly(directory) }
        guard place.namesAFile else { return nil }
        if let names = try? calls.names(in: directory) { removeUnlocked(names, in: directory) }
        return cleanUp(place, in: directory)
    }

    /// Removes what was left of any file in a directory.
    ///
    /// - Returns: a warning, as for one file.
    package func cleanUp(in path: String) -> String? {
        guard let directory = try? openDirectory(path, .directory, for: path) else { return nil }
        defer { closeQuietly(directory) }
        guard removeLeft(in: directory), !flush(directory) else { return nil }
        return Replacement.unflushedWarning(path)
    }

    func cleanUp(_ place: FilePlace, in directory: FileDescriptor) -> String? {
        let name = TemporaryName.lock(for: place.name)
        guard let left = try? calls.status(at: name, in: directory), left.kind == .file,
            let lock = try? tryLock(place, in: directory)
        else { return nil }
        defer { release(lock) }
        guard lock.isHeld else { return nil }
        try? calls.unlink(TemporaryName.locked(for: place.name), in: directory)
        return flush(directory) ? nil : Replacement.unflushedWarning(place.directoryPath)
    }

    /// - Parameter own: the file whose lock this process holds.
    /// - Returns: whether something was left.
    @discardableResult
    func removeLeft(in directory: FileDescriptor, but own: String? = nil) -> Bool {
        guard let names = try? calls.names(in: directory) else { return false }
        var isFound = removeUnlocked(names, in: directory)
        var stems: [String] = own.map { [TemporaryName.stem(of: $0)] } ?? []
        for name in names where !TemporaryName.isUnlocked(name) {
            guard let stem = TemporaryName.stem(ofLeft: name), !stems.contains(stem) else { continue }
            stems.append(stem)
            let lock = TemporaryName.lock(for: stem)
            guard case .held(let descriptor) = try? take(lock, in: directory) else { continue }
            isFound = true
            try? calls.unlink(TemporaryName.locked(for: stem), in: directory)
            try? calls.unlink(lock, in: directory)
            closeQuietly(descriptor)
        }
        return isFound
    }

    /// Removes what was written without a lock, or was to become one, so long ago that nobody is still at it.
    @discardableResult
    private func removeUnlocked(_ names: [String], in directory: FileDescriptor) -> Bool {
        var isFound = false
        for name in names where TemporaryName.isUnlocked(name) {
            // Its own time: an exchange may have put an old file there.
            guard let status = try? calls.status(at: name, in: directory), status.kind == .file,
                Int64(calls.calendarSeconds()) - status.changed / 1_000_000_000 > Self.longestEdit,
                (try? calls.unlink(name, in: directory)) != nil
            else { continue }
            isFound = true
        }
        return isFound
    }

    /// Seconds that no edit takes, with all its waiting.
    private static let longestEdit: Int64 = 600
}
