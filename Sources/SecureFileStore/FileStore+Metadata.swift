import HostPlatform

/// A file's description, after following symbolic links.
package struct FileMetadata: Hashable, Sendable {
    /// The path after following symbolic links at its end.
    package let resolvedPath: String
    /// Whether a symbolic link was followed.
    package let isLinked: Bool
    package let status: FileStatus

    package var kind: FileKind { status.kind }
    package var mode: FileMode { status.mode }
    package var user: UInt32 { status.user }

    /// Whether another path leads to the same file.
    package func isSameFile(as other: FileMetadata) -> Bool { status.isSameFile(as: other.status) }
}

extension FileStore {
    /// What a path leads to, or nil where nothing is there.
    ///
    /// - Throws: `loop`, `permission`, `invalidPath`, `io`.
    package func metadata(_ path: String) throws(FileError) -> FileMetadata? { try resolve(path).metadata }

    /// Follows the symbolic links at the end of a path, whoever made them, for who only wants to know where they lead.
    ///
    /// - Returns: the path behind them, and what is there, if anything is.
    /// - Throws: `loop`, `permission`, `invalidPath`, `io`.
    func resolve(_ path: String) throws(FileError) -> (path: String, metadata: FileMetadata?) {
        try requirePath(path)
        var current = path
        for hop in 0...Self.mostLinks {
            do {
                guard let status = try status(of: current, in: .workingDirectory) else { return (current, nil) }
                guard status.kind == .link else {
                    return (current, FileMetadata(resolvedPath: current, isLinked: hop > 0, status: status))
                }
                let destination = try calls.linkDestination(current, in: .workingDirectory)
                current = platform.join(platform.parent(of: current), destination)
            } catch {
                throw FileError(error, cannot: "reach \(path)", path: path)
            }
        }
        throw loop(path)
    }

    /// Gives a file or directory another mode.
    ///
    /// - Throws: `notFound`, `permission`, also for a link that is not trusted; `io`.
    package func setMode(_ path: String, _ mode: FileMode) throws(FileError) {
        let place = try place(path)
        defer { place.directory.map(closeQuietly) }
        let action = "change the mode of \(path)"
        guard let directory = place.directory, let status = place.status else {
            throw FileError(.notFound, cannot: action, path: path)
        }
        try requireOwnName(status, place)
        do {
            let descriptor = try openToChangeMode(place.name, in: directory)
            defer { descriptor.map(closeQuietly) }
            guard let descriptor else { return try calls.setMode(at: place.name, in: directory, mode) }
            guard try calls.status(of: descriptor).isSameFile(as: status) else {
                throw FileError(.changed, "\(path) was changed by another program", path: path, hint: "run it again")
            }
            try calls.setMode(descriptor, mode)
        } catch { throw fileError(error, cannot: action, path: path) }
    }

    /// Nil for what its owner may not read. Nobody but root can change the mode of what is not theirs, and root may read
    /// everything.
    private func openToChangeMode(_ name: String, in directory: FileDescriptor) throws(Errno) -> FileDescriptor? {
        do {
            return try calls.open(name, in: directory, .read)
        } catch {
            guard error == .accessDenied, calls.userID() != 0 else { throw error }
            return nil
        }
    }
}
