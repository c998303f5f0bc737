import HostPlatform

extension FileStore {
    /// A path after following the symbolic links at its end, and what is there.
    struct ResolvedPath {
        let path: String
        /// Nil where nothing is there.
        let status: FileStatus?
        /// Whether a link was followed.
        let isLinked: Bool
    }

    /// Follows the symbolic links at the end of a path, whoever made them, for who only wants to know where they lead.
    ///
    /// - Throws: `loop`, `permission`, `invalidPath`, `io`.
    func resolve(_ path: String) throws(FileError) -> ResolvedPath {
        try requirePath(path)
        var current = path
        for hop in 0...Self.mostLinks {
            do {
                guard let status = try status(of: current, in: .workingDirectory) else {
                    return ResolvedPath(path: current, status: nil, isLinked: hop > 0)
                }
                guard status.kind == .link else {
                    return ResolvedPath(path: current, status: status, isLinked: hop > 0)
                }
                let target = try calls.linkTarget(current, in: .workingDirectory)
                current = platform.join(platform.parent(of: current), target)
            } catch {
                throw FileError(error, cannot: "reach \(path)", path: path)
            }
        }
        throw loop(path)
    }

    /// - Throws: `notARegularFile`.
    func requireRegular(_ status: FileStatus, path: String) throws(FileError) {
        guard status.kind != .file else { return }
        throw FileError(
            .notARegularFile, "\(path) is a \(status.kind.rawValue), not a file", path: path,
            hint: status.kind == .directory ? "name the file in it" : "name a regular file")
    }
}
