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
    package var group: UInt32 { status.group }
    /// Bytes.
    package var size: Int { status.size }
}

extension FileStore {
    /// What a path leads to, or nil where nothing is there.
    ///
    /// - Throws: `loop`, `permission`, `invalidPath`, `io`.
    package func metadata(_ path: String) throws(FileError) -> FileMetadata? {
        let resolved = try resolve(path)
        return resolved.status.map {
            FileMetadata(resolvedPath: resolved.path, isLinked: resolved.isLinked, status: $0)
        }
    }

    /// The path without symbolic links at its end of a program that this user may run, or nil.
    package func executable(at path: String) -> String? {
        guard let found = try? metadata(path), found.kind == .file,
            (try? calls.checkAccess(found.resolvedPath, .execute)) != nil
        else { return nil }
        return found.resolvedPath
    }

    /// Whether this user may write to a file that is there.
    package func isWritable(_ path: String) -> Bool {
        guard let found = try? metadata(path), found.kind == .file else { return false }
        return (try? calls.checkAccess(found.resolvedPath, .write)) != nil
    }

    /// Gives a file or directory another mode.
    ///
    /// - Throws: `notFound`, `permission`, `io`.
    package func setMode(_ path: String, _ mode: FileMode) throws(FileError) {
        let resolved = try resolve(path)
        do {
            try calls.setMode(at: resolved.path, mode)
        } catch {
            throw FileError(error, cannot: "change the mode of \(path)", path: path)
        }
    }
}
