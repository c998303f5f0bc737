extension FileStore {
    /// Whether this user could write to a file, making it and the directories above it where they are missing; nothing
    /// is made to find out.
    package func couldWrite(_ path: String) -> Bool {
        guard let found = try? metadata(path) else {
            // Nil is a failure to look; a file that is only missing is decided by the directory above it.
            return (try? resolve(path)) != nil && couldMake(path)
        }
        return found.kind != .directory
            && (try? calls.checkAccess(found.resolvedPath, in: .workingDirectory, .write)) != nil
    }

    private func couldMake(_ path: String) -> Bool {
        let parent = directory(of: path)
        guard parent != path else { return false }
        guard let found = try? metadata(parent) else {
            return (try? resolve(parent)) != nil && couldMake(parent)
        }
        guard found.kind == .directory else { return false }
        return (try? calls.checkAccess(found.resolvedPath, in: .workingDirectory, .write)) != nil
    }
}
