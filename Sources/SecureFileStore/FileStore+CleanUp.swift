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
        return cleanUp(place, in: directory) ? nil : Replacement.unflushedWarning(place.directoryPath)
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

    /// - Returns: false where the name of a file that is in place cannot be flushed.
    func cleanUp(_ place: FilePlace, in directory: FileDescriptor) -> Bool {
        let name = TemporaryName.lock(for: place.name)
        guard let left = try? calls.status(at: name, in: directory), left.kind == .file,
            let lock = try? tryLock(place, in: directory)
        else { return true }
        defer { release(lock, name: place.name) }
        guard lock.isHeld else { return true }
        try? calls.unlink(TemporaryName.locked(for: place.name), in: directory)
        return flush(directory)
    }

    /// - Parameter own: the name of the lock file that this process holds.
    /// - Returns: whether something was left.
    @discardableResult
    func removeLeft(in directory: FileDescriptor, but own: String? = nil) -> Bool {
        guard let names = try? calls.names(in: directory) else { return false }
        var isFound = false
        for name in names where name != own {
            guard let stem = TemporaryName.stem(ofLock: name),
                case .held(let descriptor) = try? take(name, in: directory)
            else { continue }
            isFound = true
            try? calls.unlink(TemporaryName.locked(forStem: stem), in: directory)
            try? calls.unlink(name, in: directory)
            closeQuietly(descriptor)
        }
        return isFound
    }
}
