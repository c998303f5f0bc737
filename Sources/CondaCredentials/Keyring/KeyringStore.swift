import LosslessJSON
package import SecureFileStore

/// The Anaconda keyring: one file for every domain and organization.
package struct KeyringStore: TokenStore {
    package let name = StoreName.keyring
    package let path: String
    package let addressing = Addressing.domain
    /// Whether anything in it is whole.
    package var isRecoverable: Bool { (try? recover(writing: false)) != nil }
    let files: FileStore
    /// Most bytes of a keyring.
    static let limit = SizeLimit.keyring

    package init(path: String, files: FileStore = FileStore()) {
        self.path = path
        self.files = files
    }

    package func read() throws(CredentialError) -> StoreReading {
        let snapshot = try files.read(path, limit: KeyringStore.limit)
        let keyring = try keyring(snapshot.bytes)
        var contents = snapshot.exists ? keyring.contents(mode: snapshot.mode) : StoreContents()
        if let problem = files.problem(ofFile: path, mode: snapshot.mode) { contents.problems.append(problem) }
        return StoreReading(
            contents,
            rehearse: { edits throws(CredentialError) in
                try KeyringStore.requirePlain(edits, path: path)
                return try keyring.outcome(of: edits, exists: snapshot.exists).told
            },
            requireCurrent: { _ throws(CredentialError) in try files.requireCurrent(snapshot) })
    }

    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        try KeyringStore.requirePlain(edits, path: path)
        do {
            return try files.update(
                path, policy: .secret, limit: KeyringStore.limit,
                telling: { snapshot in
                    try keyring(snapshot.bytes).outcome(of: edits, exists: snapshot.exists)
                }
            ).outcome
        } catch { throw CredentialError(updating: error, path: path) }
    }

    static func requirePlain(_ edits: [TokenEdit], path: String) throws(CredentialError) {
        for case .set(let secret, _) in edits.map(\.action) { try secret.requirePlainToken(for: path) }
    }

    package func cleanUp() -> String? { files.cleanUp(beside: path) }

    package func flush(_ addresses: [TokenAddress]) throws(CredentialError) {
        do { try files.flush(path) } catch { throw CredentialError(error) }
    }

    package func address(for use: TokenUse, among contents: StoreContents) -> TokenAddress {
        KeyringStore.address(for: use)
    }

    static func address(for use: TokenUse) -> TokenAddress {
        use.kind == .apiKey ? .apiKey(domain: use.domain) : .repoToken(domain: use.domain, org: use.org)
    }

    /// Rewrites an entry under a former name of the default domain, as anaconda-auth does when it reads it.
    package func moveLegacyEntry(writing: Bool = true) throws(CredentialError) -> StoreChange {
        try edit(writing: writing) { keyring throws(CredentialError) in try keyring.movingLegacyEntry() }
    }

    /// Takes away the byte order mark that makes anaconda-auth see an empty keyring.
    package func removeByteOrderMark(writing: Bool = true) throws(CredentialError) -> StoreChange {
        try edit(writing: writing) { keyring throws(CredentialError) in
            guard keyring.document.hasByteOrderMark else { return nil }
            return try KeyringFile(Array(keyring.bytes.dropFirst(3)), path: path)
        }
    }

    /// - Parameter change: the new keyring, or nil for none; may run more than once.
    private func edit(
        writing: Bool, _ change: (KeyringFile) throws(CredentialError) -> KeyringFile?
    ) throws(CredentialError) -> StoreChange {
        func edited(_ snapshot: FileSnapshot) throws(CredentialError) -> FileChange<Outlines> {
            let keyring = try keyring(snapshot.bytes)
            let edited = try change(keyring).flatMap { $0.bytes == keyring.bytes ? nil : $0 }
            let before = snapshot.exists ? keyring.outline : ""
            return FileChange(edited?.bytes, telling: Outlines(before: before, after: edited?.outline ?? before))
        }
        guard writing else {
            let change = try edited(files.read(path, limit: KeyringStore.limit))
            return StoreChange(
                changed: change.content != nil, path: path, before: change.told.before, after: change.told.after)
        }
        do {
            let update = try files.update(path, policy: .secret, limit: KeyringStore.limit, telling: edited)
            return StoreChange(
                changed: update.changed, path: path, before: update.told.before, after: update.told.after,
                isFlushed: update.isFlushed, warnings: update.warnings)
        } catch { throw CredentialError(updating: error, path: path) }
    }

    /// A keyring for a diff, before and after a change.
    private struct Outlines {
        let before: String
        let after: String
    }
}

extension KeyringFile {
    /// What edits make of the keyring, and what is to be told of it.
    fileprivate func outcome(of edits: [TokenEdit], exists: Bool) throws(CredentialError) -> FileChange<StoreOutcome> {
        let (edited, effects) = try applying(edits)
        let before = exists ? outline : ""
        let change = StoreChange(changed: edited != nil, path: path, before: before, after: edited?.outline ?? before)
        return FileChange(
            edited?.bytes, telling: StoreOutcome(changes: [change], results: effects.map { .success($0) }))
    }
}

extension StoreKind {
    package static let keyring = StoreKind(
        .keyring, .own, by: .domain, user: "anaconda-auth",
        doubt: { site in
            let decided = site.places.keyring.origin.kind
            guard decided == .configFile || decided == .default,
                let problem = site.places.settings.problems.first(where: \.isFatal)
            else { return nil }
            return CredentialError(
                problem.code == .syntax ? .syntax : problem.code == .unreadable ? .io : .invalid,
                "the place of the keyring is not known: \(problem.message)", path: problem.path, line: problem.line,
                column: problem.column, hint: "mend the file, or name the keyring with --keyring FILE")
        },
        make: { KeyringStore(path: $0.places.keyring.path, files: $0.files) })
}
