import HostPlatform

extension FileStore {
    /// Follows the symbolic links of a path, each only if it may be trusted, to an open directory and a name in it.
    ///
    /// A link is followed if it belongs to root, to the effective user, or to the owner of what it leads to: whoever may
    /// put a link there cannot make this process reach what they could not reach themselves.
    ///
    /// - Parameters:
    ///   - access: for what the directory is opened; one that may not be listed is only reached.
    ///   - keepsDescriptors: whether a link of the system's to an open file, as `/dev/stdin` leads to, is the place itself:
    ///     its text names nothing.
    /// - Returns: a place whose directory the caller closes.
    /// - Throws: `permission` for a link that is not trusted, `loop`, `invalidPath`, `io`.
    func place(
        _ path: String, _ access: FileAccess = .passage, keepsDescriptors: Bool = false
    ) throws(FileError) -> FilePlace {
        try requirePath(path)
        var current = path
        var doubtful: [LinkOnTheWay] = []
        for hop in 0...Self.mostLinks {
            let directoryPath = directory(of: current)
            let base = platform.baseName(of: current)
            let name = base.isEmpty ? "." : base
            func found(_ directory: FileDescriptor?, _ status: FileStatus?) -> FilePlace {
                FilePlace(
                    path: path, resolvedPath: current, directory: directory, directoryPath: directoryPath, name: name,
                    status: status, isLinked: hop > 0)
            }
            guard let directory = try openDirectory(directoryPath, access, for: path) else { return found(nil, nil) }
            do {
                let status = try status(of: name, in: directory)
                let isKept = keepsDescriptors && doubtful.isEmpty && isOfDescriptors(directoryPath)
                guard let status, status.kind == .link, !isKept else {
                    for link in doubtful { try require(link, leadsTo: status, in: directory) }
                    return found(directory, status)
                }
                if let link = try link(status, at: current, in: directory) { doubtful.append(link) }
                let destination = try calls.linkDestination(name, in: directory)
                guard destination.hasPrefix("/") || !isOfDescriptors(directoryPath) else {
                    throw FileError(
                        .notARegularFile, "\(path) is a pipe, not a file", path: path, hint: "name a regular file")
                }
                current = platform.join(platform.parent(of: current), destination)
            } catch {
                closeQuietly(directory)
                throw fileError(error, cannot: "reach \(path)", path: path)
            }
            closeQuietly(directory)
        }
        throw loop(path)
    }

    private func isOfDescriptors(_ directory: String) -> Bool {
        directory == "/dev/fd" || directory.hasPrefix("/proc/") && directory.hasSuffix("/fd")
    }

    /// As many links as Linux follows.
    static let mostLinks = 40

    func loop(_ path: String) -> FileError {
        FileError(
            .loop, "cannot reach \(path): too many symbolic links", path: path,
            hint: "the link leads back to itself; replace it by a file")
    }

    func requirePath(_ path: String) throws(FileError) {
        guard !path.isEmpty else { throw FileError(.invalidPath, "a file's path is empty", path: path) }
        // A C string would end there, and name another file.
        guard !path.utf8.contains(0) else {
            throw FileError(.invalidPath, "a file's path holds a NUL byte", path: path)
        }
    }

    /// The status of a name, or nil where nothing has it.
    func status(of name: String, in directory: FileDescriptor) throws(Errno) -> FileStatus? {
        do {
            return try calls.status(at: name, in: directory)
        } catch {
            guard error == .notFound || error == .notADirectory else { throw error }
            return nil
        }
    }
}
