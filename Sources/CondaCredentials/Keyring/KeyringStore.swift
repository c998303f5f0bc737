import LosslessJSON
package import SecureFileStore

/// The Anaconda keyring: one file for every domain and organization.
package struct KeyringStore: TokenStore {
    package let name = StoreName.keyring
    package let path: String
    let files: FileStore
    /// Most bytes of a keyring.
    static let limit = 8 << 20

    package init(path: String, files: FileStore = FileStore()) {
        self.path = path
        self.files = files
    }

    package func contents() throws(CredentialError) -> StoreContents {
        let snapshot = try files.read(path, limit: KeyringStore.limit)
        guard snapshot.exists else { return StoreContents() }
        var contents = try KeyringFile(snapshot.bytes, path: path).contents(mode: snapshot.mode)
        if let problem = files.problem(ofFile: path, mode: snapshot.mode) { contents.problems.append(problem) }
        return contents
    }

    package func set(_ tokens: [TokenAssignment], writing: Bool) throws(CredentialError) -> StoreChange {
        for token in tokens { try token.secret.requirePlainToken(for: path) }
        return try edit(writing: writing) { keyring throws(CredentialError) in
            var edited = keyring
            for token in tokens {
                if !token.mayReplace { try keyring.requireNoOther(than: token.secret, at: token.address) }
                edited = try edited.setting(token.secret, at: token.address) ?? edited
            }
            return edited
        }
    }

    package func remove(
        _ address: TokenAddress, ifMatching expected: Secret?, writing: Bool
    ) throws(CredentialError) -> StoreChange {
        try edit(writing: writing) { keyring throws(CredentialError) in
            if let expected { try keyring.requireNoOther(than: expected, at: address) }
            return try keyring.removing(address)
        }
    }

    /// Removes the repo tokens at several addresses in one write.
    package func remove(all addresses: [TokenAddress], writing: Bool) throws(CredentialError) -> StoreChange {
        try edit(writing: writing) { keyring throws(CredentialError) in try keyring.removing(all: addresses) }
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
            let keyring = try KeyringFile(snapshot.bytes, path: path)
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
    /// Throws `.conflict` where another token stands at an address.
    fileprivate func requireNoOther(than expected: Secret, at address: TokenAddress) throws(CredentialError) {
        let present = contents().tokens.filter { $0.address == address }
        if present.allSatisfy({ $0.secret.matches(expected) }) { return }
        throw CredentialError.otherToken(at: path)
    }
}
