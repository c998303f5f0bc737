extension FileStore {
    /// Reads an input that the user named and that is only read: a file, or a pipe as `<(command)` makes one.
    ///
    /// Waits for a pipe's writer, as every program does that reads one. A link is followed only if it is trusted.
    ///
    /// - Returns: what a file's snapshot tells; of a pipe, a terminal or a device, its bytes and its own status.
    /// - Throws: `notARegularFile` for a directory or a socket, and what `snapshot` throws.
    package func input(_ path: String, limit: Int = defaultLimit) throws(FileError) -> FileSnapshot {
        let place = try place(path, keepsDescriptors: true)
        defer { place.directory.map(closeQuietly) }
        guard let directory = place.directory, let found = place.status, found.kind != .file else {
            return try snapshot(place, limit: limit)
        }
        do {
            if ![.pipe, .device, .link].contains(found.kind) { try requireRegular(found, path: path) }
            let descriptor = try calls.open(place.name, in: directory, .readStream)
            defer { closeQuietly(descriptor) }
            let status = try calls.status(of: descriptor)
            guard found.kind == .link || status.isSameFile(as: found) else {
                throw FileError(.changed, "\(path) was changed by another program", path: path, hint: "run it again")
            }
            if ![.pipe, .device].contains(status.kind) { try requireRegular(status, path: path) }
            let bytes = try readAll(
                descriptor, path: path, expecting: status.kind == .file ? status.size : 0, limit: limit)
            return FileSnapshot(path: path, resolvedPath: path, bytes: bytes, status: status)
        } catch { throw fileError(error, cannot: "read \(path)", path: path) }
    }
}
