extension FileStore {
    /// Replaces a file by what a transform makes of it, whole or not at all.
    ///
    /// - Parameters:
    ///   - path: the file; symbolic links are followed if they are trusted.
    ///   - policy: what the file holds: mode and flushing hang on it.
    ///   - isRehearsal: whether nothing is written, and only what would be is told.
    ///   - keepingBackup: whether the old content of a file that changes stays beside it, as `NAME.<UTC time>.bak`.
    ///   - transform: the new content for the present one, and what to tell the caller; no content, or the same bytes,
    ///     changes nothing and creates nothing. It may run more than once: when another program changed the file in
    ///     between. It must not update a file in the same directory, whose lock is held.
    /// - Returns: what was done; `warnings` are for the user.
    /// - Throws: `FileError`, or what the transform throws; then nothing has been changed.
    package func update<Told>(
        _ path: String, policy: FilePolicy, isRehearsal: Bool = false, keepingBackup: Bool = false,
        limit: Int = defaultLimit, telling transform: (FileSnapshot) throws -> FileChange<Told>
    ) throws -> FileUpdate<Told> {
        if isRehearsal {
            let before = try snapshot(path, limit: limit)
            if policy == .secret, !before.exists, let error = obstacle(toMaking: path) { throw error }
            return FileUpdate(of: before, try transform(before))
        }
        var run = UpdateRun(self, path)
        defer { run.end() }
        do {
            for _ in 0..<max(1, attempts) {
                let place = try run.place(policy)
                guard place.directory != nil else {
                    let absent = FileSnapshot(path: path, resolvedPath: place.resolvedPath)
                    // Asked before a directory is made that nothing would go into.
                    let change = try transform(absent)
                    guard change.differs(from: absent) else { return FileUpdate(of: absent, change) }
                    try run.makeDirectory(of: place)
                    continue
                }
                let held = try run.hold(place, limit: limit)
                let change = try transform(held.snapshot)
                guard let after = change.content, change.differs(from: held.snapshot) else {
                    let warnings = run.cleanUp(place).map { [$0] } ?? []
                    return FileUpdate(of: held.snapshot, change, isFlushed: warnings.isEmpty, warnings: warnings)
                }
                guard let lock = try run.lock(place) else { continue }
                if policy == .secret { removeLeft(in: lock.directory, but: place.name) }
                let order = ReplacementOrder(bytes: after, policy: policy, keepsBackup: keepingBackup)
                guard let made = try replace(held, at: place, order, lock) else { continue }
                return FileUpdate(
                    of: held.snapshot, change, isFlushed: made.isFlushed && run.areDirectoriesFlushed,
                    backup: made.backup, warnings: made.warnings)
            }
        } catch {
            run.removeMadeDirectories()
            throw error
        }
        throw FileError(
            .locked, "\(path) is being changed by another program all the time", path: path,
            hint: "run it again when that program is done")
    }

    /// The same for a transform that has nothing to tell.
    package func update(
        _ path: String, policy: FilePolicy, isRehearsal: Bool = false, keepingBackup: Bool = false,
        limit: Int = defaultLimit, transform: (FileSnapshot) throws -> [UInt8]?
    ) throws -> FileUpdate<Void> {
        try update(path, policy: policy, isRehearsal: isRehearsal, keepingBackup: keepingBackup, limit: limit) {
            FileChange(try transform($0), telling: ())
        }
    }
}

extension FileChange {
    /// Whether it changes anything.
    package func differs(from before: FileSnapshot) -> Bool { content != nil && content != before.bytes }
}

extension FileUpdate {
    fileprivate init(
        of before: FileSnapshot, _ change: FileChange<Told>, isFlushed: Bool = true, backup: String? = nil,
        warnings: [String] = []
    ) {
        self.init(
            changed: change.differs(from: before), before: before, after: change.content ?? before.bytes,
            told: change.told, isFlushed: isFlushed, backup: backup, warnings: warnings)
    }

    /// What a change makes of a text that stands in no file, such as standard input.
    package init(of bytes: [UInt8], _ change: FileChange<Told>) {
        self.init(of: FileSnapshot(path: "-", resolvedPath: "-", bytes: bytes), change)
    }
}
