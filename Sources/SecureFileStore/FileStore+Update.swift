import HostPlatform

extension FileStore {
    /// Replaces a file by what a transform makes of it, whole or not at all.
    ///
    /// - Parameters:
    ///   - keepingBackup: whether the old content of a file that changes stays beside it, as `NAME.<UTC time>.bak`.
    ///   - limit: most bytes of the present file.
    ///   - transform: the new content for the present one, and what to tell the caller; no content, or the same bytes,
    ///     changes nothing and creates nothing. It may run more than once: when another program changed the file in
    ///     between. It must not update a file in the same directory, whose lock is held.
    /// - Returns: what was done; `warnings` are for the user.
    /// - Throws: `FileError`, or what the transform throws; then nothing has been changed.
    package func update<Told>(
        _ path: String, policy: FilePolicy, keepingBackup: Bool = false, limit: Int = defaultLimit,
        telling transform: (FileSnapshot) throws -> FileChange<Told>
    ) throws -> FileUpdate<Told> {
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
                    let change = try transform(absent)
                    guard change.differs(from: absent) else { return .unchanged(absent, change.told) }
                    try createMissing(directory, mode: .secretDirectory, created: &created)
                }
                let lock = try lock(directory)
                // Closing the descriptor gives the lock up.
                defer { release(lock) }
                let before = try snapshot(path, limit: limit, withAttributes: true)
                // The link was turned elsewhere before the lock was there.
                guard before.resolvedPath == target.path else { continue }
                let change = try transform(before)
                guard let after = change.content, change.differs(from: before) else {
                    return .unchanged(before, change.told)
                }
                guard
                    let made = try replace(
                        before, with: after, policy: policy, keepingBackup: keepingBackup, limit: limit, lock: lock)
                else { continue }
                return FileUpdate(
                    changed: true, before: before, after: after, told: change.told, isFlushed: made.isFlushed,
                    backup: made.backup, warnings: made.warnings)
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

    /// The same for a transform that has nothing to tell.
    package func update(
        _ path: String, policy: FilePolicy, keepingBackup: Bool = false, limit: Int = defaultLimit,
        transform: (FileSnapshot) throws -> [UInt8]?
    ) throws -> FileUpdate<Void> {
        try update(path, policy: policy, keepingBackup: keepingBackup, limit: limit) {
            FileChange(try transform($0), telling: ())
        }
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

extension FileChange {
    fileprivate func differs(from before: FileSnapshot) -> Bool { content != nil && content != before.bytes }
}

extension FileUpdate {
    fileprivate static func unchanged(_ snapshot: FileSnapshot, _ told: Told) -> FileUpdate {
        FileUpdate(
            changed: false, before: snapshot, after: snapshot.bytes, told: told, isFlushed: true, backup: nil,
            warnings: [])
    }
}
