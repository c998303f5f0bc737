extension FileStore {
    /// Reads an input that the user named and that is only read: a file, or a pipe as `<(command)` makes one.
    ///
    /// Waits for a pipe's writer, as every program does that reads one.
    ///
    /// - Returns: what a file's snapshot tells; of a pipe, a terminal or a device, its bytes and its own status.
    /// - Throws: `notARegularFile` for a directory or a socket, `tooLarge`, `permission`, `loop`, `io`.
    package func input(_ path: String, limit: Int = defaultLimit) throws(FileError) -> FileSnapshot {
        guard !path.utf8.contains(0) else {
            throw FileError(.invalidPath, "a file's path holds a NUL byte", path: path)
        }
        guard !path.isEmpty else { throw FileError(.invalidPath, "a file's path is empty", path: path) }
        do {
            // By the system, links and all: `/dev/stdin` and `/dev/fd/63` lead to what has no path.
            let descriptor = try calls.open(path, in: .workingDirectory, .readStream, mode: .none)
            defer { closeQuietly(descriptor) }
            let status = try calls.status(of: descriptor)
            switch status.kind {
            case .file, .pipe, .device: break
            default: try requireRegular(status, path: path)
            }
            let bytes = try readAll(
                descriptor, path: path, expecting: status.kind == .file ? status.size : 0, limit: limit)
            let resolved = status.kind == .file ? try? resolve(path).path : nil
            return FileSnapshot(path: path, resolvedPath: resolved ?? path, bytes: bytes, status: status)
        } catch {
            if let error = error as? Errno, error == .notFound || error == .notADirectory {
                return FileSnapshot(path: path, resolvedPath: path)
            }
            throw fileError(error, cannot: "read \(path)", path: path)
        }
    }
}
