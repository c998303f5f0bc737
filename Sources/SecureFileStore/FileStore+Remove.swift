extension FileStore {
    /// Removes a file that is still what was read; of a symbolic link, the file it leads to.
    ///
    /// - Parameter expecting: the snapshot that the decision was made on.
    /// - Returns: whether the removal will survive a power failure; true where there was nothing to remove.
    /// - Throws: `changed` if the file is another one now; `permission`, `io`, `locked`.
    @discardableResult
    package func remove(_ path: String, expecting: FileSnapshot) throws(FileError) -> Bool {
        guard expecting.exists else { return true }
        do {
            let lock = try lock(directory(of: expecting.resolvedPath))
            defer { release(lock) }
            let present = try snapshot(path, limit: max(expecting.bytes.count, Self.defaultLimit))
            guard present.isSame(as: expecting) else {
                throw FileError(.changed, "\(path) was changed by another program", path: path, hint: "run it again")
            }
            try calls.unlink(expecting.resolvedPath)
            return flush(lock)
        } catch {
            throw fileError(error, cannot: "remove \(path)", path: path)
        }
    }
}
