import HostPlatform
package import SecureFileStore

/// A store that is one file, read and written as a whole.
package protocol FileTokenStore: TokenStore {
    associatedtype Text: StoreText

    var files: FileStore { get }

    /// Whether an option named the file.
    var isNamed: Bool { get }

    /// What to do where a directory is found in the file's place; nil to move it away.
    var directoryRemedy: String? { get }

    /// What others may read where the file's mode lets them, for sentences.
    var title: String { get }

    /// - Throws: where the file is damaged.
    func text(of snapshot: FileSnapshot) throws(CredentialError) -> Text

    /// What it holds, and what is wrong with that.
    func contents(of text: Text, _ snapshot: FileSnapshot) -> StoreContents
}

/// The text of such a file: a value to read from and to edit.
package protocol StoreText: Sendable {
    var bytes: [UInt8] { get }

    /// With every secret redacted: for diffs.
    var outline: String { get }

    /// The text after edits, in one pass over it; nil where nothing changes.
    ///
    /// - Throws: `.conflict` where an edit may not be made; then none is.
    func applying(_ edits: [TokenEdit]) throws(CredentialError) -> (file: Self?, effects: [TokenEdit.Effect])
}

extension StoreText {
    /// What edits make of the text, and what is to be told of it.
    ///
    /// - Parameter isThere: whether the text stands in a file already.
    func outcome(
        of edits: [TokenEdit], path: String, isThere: Bool
    ) throws(CredentialError) -> FileChange<StoreOutcome> {
        try edits.requirePlainTokens(for: path)
        let (edited, effects) = try applying(edits)
        let before = isThere ? outline : ""
        let change = StoreChange(changed: edited != nil, path: path, before: before, after: edited?.outline ?? before)
        return FileChange(
            edited?.bytes, telling: StoreOutcome(changes: [change], results: effects.map { .success($0) }))
    }
}

extension FileTokenStore {
    package var isNamed: Bool { false }

    package var title: String { "the file" }

    package func read() throws(CredentialError) -> StoreReading {
        let snapshot = try stored()
        do throws(CredentialError) {
            return reading(of: try text(of: snapshot), snapshot)
        } catch {
            // Another program may have written half of it.
            let later = try stored(afterWriters: true)
            guard later.bytes != snapshot.bytes else { throw error }
            return reading(of: try text(of: later), later)
        }
    }

    private func stored(afterWriters: Bool = false) throws(CredentialError) -> FileSnapshot {
        do { return try files.snapshot(path, limit: SizeLimit.keyring, afterWriters: afterWriters) } catch {
            var told = CredentialError(error)
            if error.code == .notARegularFile, !isNamed {
                told.hint = directoryRemedy ?? "move it away: a file is due at this place"
            }
            throw told
        }
    }

    private func reading(of text: Text, _ snapshot: FileSnapshot) -> StoreReading {
        var contents = contents(of: text, snapshot)
        let openness = files.problem(ofFile: path, mode: snapshot.mode, what: title)
        let missing = snapshot.exists ? nil : files.linkToNothing(at: path)
        contents.problems += [
            openness, missing.map { StoreProblem(.unreadable, path: path, message: $0.message, remedy: $0.hint) },
        ].compactMap { $0 }
        return StoreReading(
            store: self, contents: contents, files: [snapshot],
            rehearse: { edits throws(CredentialError) in
                if !snapshot.exists { try files.requireRoom(for: path) }
                return try text.outcome(of: edits, path: path, isThere: snapshot.exists).told
            },
            requireCurrent: { _ throws(CredentialError) in try files.requireCurrent(snapshot) })
    }

    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        let update = try files.updateStore(path, limit: SizeLimit.keyring) { snapshot in
            try text(of: snapshot).outcome(of: edits, path: path, isThere: snapshot.exists)
        }
        var outcome = update.told
        outcome.changes = outcome.changes.map { update.change(before: $0.before, after: $0.after) }
        return outcome
    }

    package var guardedPaths: [String] { [path, Platform.current.parent(of: path)] }

    package func cleanUp() -> String? { files.cleanUp(beside: path) }

    package func flush(_ addresses: [TokenAddress]) throws(CredentialError) { try files.flushStore(path) }
}
