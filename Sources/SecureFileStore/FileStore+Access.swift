extension FileStore {
    /// The path without symbolic links at its end of a program that this user may run, or nil.
    package func executable(at path: String) -> String? { file(at: path, allowing: .execute)?.resolvedPath }

    /// Whether this user may read and write a file that is there.
    package func isWritable(_ path: String) -> Bool { file(at: path, allowing: .readAndWrite) != nil }

    private func file(at path: String, allowing permission: AccessPermission) -> FileMetadata? {
        guard let found = try? metadata(path), found.kind == .file,
            (try? calls.checkAccess(found.resolvedPath, in: .workingDirectory, permission)) != nil
        else { return nil }
        return found
    }

    /// Whether this user could write to a file, making it and the directories above it where they are missing; nothing
    /// is made to find out.
    package func couldWrite(_ path: String) -> Bool { couldWrite(path, inDirectory: false) }

    /// - Parameter inDirectory: whether the path has to be a directory, in which something would be written.
    private func couldWrite(_ path: String, inDirectory: Bool) -> Bool {
        do {
            guard let found = try metadata(path) else {
                let parent = directory(of: path)
                return parent != path && couldWrite(parent, inDirectory: true)
            }
            guard (found.kind == .directory) == inDirectory else { return false }
            try calls.checkAccess(found.resolvedPath, in: .workingDirectory, .write)
            return true
        } catch { return false }
    }
}
