import HostPlatform

extension FileStore {
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

    /// - Throws: `notARegularFile`.
    func requireRegular(_ status: FileStatus, path: String) throws(FileError) {
        guard status.kind != .file else { return }
        throw FileError(
            .notARegularFile, "\(path) is a \(status.kind.rawValue), not a file", path: path,
            hint: status.kind == .directory ? "name the file in it" : "name a regular file")
    }
}
