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

    /// As many links as Linux follows.
    private static let mostLinks = 40

    /// Follows the symbolic links at the end of a path; a link that leads nowhere gives the path it names.
    ///
    /// - Throws: `loop`, `permission`, `invalidPath`, `io`.
    func resolve(_ path: String) throws(FileError) -> ResolvedPath {
        guard !path.isEmpty else {
            throw FileError(.invalidPath, "a file's path is empty", path: path)
        }
        // A C string would end there, and name another file.
        guard !path.utf8.contains(0) else {
            throw FileError(.invalidPath, "a file's path holds a NUL byte", path: path)
        }
        var current = path
        for hop in 0...Self.mostLinks {
            do {
                let status = try calls.status(at: current)
                guard status.kind == .link else {
                    return ResolvedPath(path: current, status: status, isLinked: hop > 0)
                }
                current = platform.join(platform.parent(of: current), try calls.linkTarget(current))
            } catch .notFound, .notADirectory {
                return ResolvedPath(path: current, status: nil, isLinked: hop > 0)
            } catch {
                throw FileError(error, cannot: "reach \(path)", path: path)
            }
        }
        throw FileError(
            .loop, "cannot reach \(path): too many symbolic links", path: path,
            hint: "the link leads back to itself; replace it by a file")
    }

    /// - Throws: `notARegularFile`.
    func requireRegular(_ status: FileStatus, path: String) throws(FileError) {
        guard status.kind != .file else { return }
        throw FileError(
            .notARegularFile, "\(path) is a \(status.kind.rawValue), not a file", path: path,
            hint: status.kind == .directory ? "name the file in it" : "name a regular file")
    }
}
