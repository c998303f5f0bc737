import HostPlatform

extension FileStore {
    /// Replaces a file by what a transform makes of it, whole or not at all.
    ///
    /// - Parameters:
    ///   - limit: most bytes of the present file.
    ///   - transform: the new content for the present one; nil, or the same bytes, changes nothing and creates nothing.
    ///     It may run more than once: when another program changed the file in between. It must not update a file in
    ///     the same directory, whose lock is held.
    /// - Returns: what was done; `warnings` are for the user.
    /// - Throws: `FileError`, or what the transform throws; then nothing has been changed.
    package func update(
        _ path: String, policy: FilePolicy, limit: Int = defaultLimit,
        transform: (FileSnapshot) throws -> [UInt8]?
    ) throws -> FileUpdate {
        var created: [String] = []
        do {
            for _ in 0..<max(1, attempts) {
                let target = try resolve(path)
                guard !platform.baseName(of: target.path).isEmpty else {
                    throw FileError(.invalidPath, "\(path) names a directory, not a file", path: path)
                }
                let directory = directory(of: target.path)
                if policy == .secret, target.status == nil, try isMissing(directory) {
                    let absent = FileSnapshot(path: path, resolvedPath: target.path)
                    // Asked before a directory is made that nothing would go into.
                    guard try change(absent, transform) != nil else { return .unchanged(absent) }
                    try createMissing(directory, mode: .secretDirectory, created: &created)
                }
                let done = try withLock(on: directory) { lock -> FileUpdate? in
                    let before = try snapshot(path, limit: limit, withAttributes: true)
                    // The link was turned elsewhere before the lock was there.
                    guard before.resolvedPath == target.path else { return nil }
                    guard let after = try change(before, transform) else { return .unchanged(before) }
                    return try replace(before, with: after, policy: policy, limit: limit, lock: lock)
                }
                if let done { return done }
            }
        } catch {
            // Only empty ones go, so nobody else's file can.
            for directory in created.reversed() { try? calls.removeDirectory(directory) }
            throw error
        }
        throw FileError(
            .locked, "\(path) is being changed by another program all the time", path: path,
            hint: "run it again when that program is done")
    }

    /// The new content, or nil where it is the present one.
    private func change(_ before: FileSnapshot, _ transform: (FileSnapshot) throws -> [UInt8]?) throws -> [UInt8]? {
        guard let after = try transform(before), after != before.bytes else { return nil }
        return after
    }

    private func isMissing(_ directory: String) throws(FileError) -> Bool {
        do {
            _ = try calls.status(at: directory)
            return false
        } catch .notFound {
            return true
        } catch {
            throw FileError(error, cannot: "reach the directory \(directory)", path: directory)
        }
    }
}
