package import SecureFileStore

/// Files of stores, with every error in this module's words.
extension FileStore {
    func read(_ path: String, limit: Int, afterWriters: Bool = false) throws(CredentialError) -> FileSnapshot {
        do { return try snapshot(path, limit: limit, afterWriters: afterWriters) } catch {
            throw CredentialError(error)
        }
    }

    /// The names in a directory; none where there is no directory.
    func names(in directory: String) throws(CredentialError) -> [String] {
        do { return try list(directory) } catch {
            if error.code == .notFound { return [] }
            throw CredentialError(error)
        }
    }

    /// - Throws: where the file, which is not there, could not be made.
    func requireRoom(for path: String) throws(CredentialError) {
        if let obstacle = obstacle(toMaking: path) { throw CredentialError(obstacle) }
    }

    func flushStore(_ path: String) throws(CredentialError) {
        do { try flush(path) } catch { throw CredentialError(error) }
    }

    /// `update` of a file that holds secrets.
    func updateStore<Told>(
        _ path: String, limit: Int, isRehearsal: Bool = false,
        telling transform: (FileSnapshot) throws -> FileChange<Told>
    ) throws(CredentialError) -> FileUpdate<Told> {
        do {
            return try update(path, policy: .secret, isRehearsal: isRehearsal, limit: limit, telling: transform)
        } catch { throw CredentialError(updating: error, path: path) }
    }

    /// The same, to be told.
    ///
    /// - Parameters:
    ///   - outline: a content as text for a diff, every secret redacted.
    ///   - transform: the new content for the present one, nil for none; may run more than once.
    func rewriteStore(
        _ path: String, limit: Int, isRehearsal: Bool, outline: ([UInt8]) -> String,
        _ transform: (FileSnapshot) throws -> [UInt8]?
    ) throws(CredentialError) -> StoreChange {
        let update = try updateStore(path, limit: limit, isRehearsal: isRehearsal) {
            FileChange(try transform($0), telling: ())
        }
        return update.change(outline: outline)
    }

    /// - Throws: `.conflict` where a file is no longer what was read, as far as its description tells.
    func requireCurrent(_ snapshot: FileSnapshot) throws(CredentialError) {
        do { if try isCurrent(snapshot) { return } } catch { throw CredentialError(error) }
        throw CredentialError(
            .conflict, "\(TokenPlaces.shown(path: snapshot.path)) was changed by another program",
            path: snapshot.path, hint: "run it again")
    }
}

extension FileUpdate {
    /// What was done, with texts for a diff.
    func change(before: String, after: String, warnings: [String]? = nil) -> StoreChange {
        StoreChange(
            changed: changed, path: self.before.path, before: before, after: after, isFlushed: isFlushed,
            warnings: warnings ?? self.warnings, backup: backup)
    }

    /// What was done to one file.
    ///
    /// - Parameter outline: a content as text for a diff, every secret redacted.
    /// - Parameter warnings: in place of those of the update; nil for those.
    package func change(outline: ([UInt8]) -> String, warnings: [String]? = nil) -> StoreChange {
        change(before: before.exists ? outline(before.bytes) : "", after: outline(after), warnings: warnings)
    }
}
