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

    /// Why no directory is made for a file that is not there: a link on its path leads into one that is missing, most
    /// likely of a disk that is not mounted, which would hide what was made. Nil where none does.
    package func linkToNothing(at path: String) -> FileError? {
        var link = path
        do {
            while try status(of: link, in: .workingDirectory) == nil {
                let parent = platform.parent(of: link)
                guard parent != link else { return nil }
                link = parent
            }
            let (target, found) = try resolve(link)
            let directory = link == path ? platform.parent(of: target) : target
            guard found == nil, try metadata(directory) == nil else { return nil }
            return FileError(
                .notFound, "\(link) is a link to \(target), and there is no directory \(directory)", path: path,
                hint: "is it mounted? A link that is not needed any more can be removed")
        } catch { return nil }
    }

    /// - Throws: `notARegularFile`.
    func requireRegular(_ status: FileStatus, path: String) throws(FileError) {
        guard status.kind != .file else { return }
        throw FileError(
            .notARegularFile, "\(path) is a \(status.kind.rawValue), not a file", path: path,
            hint: status.kind == .directory ? "name the file in it" : "name a regular file")
    }
}
