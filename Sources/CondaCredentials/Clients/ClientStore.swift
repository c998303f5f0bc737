package import SecureFileStore

/// Another client's file of credentials on disk.
package struct ClientStore: Sendable {
    package let client: OtherClient
    package let path: String
    let files: FileStore
    /// Most bytes of such a file.
    static let limit = 8 << 20

    package init(_ client: OtherClient, path: String, files: FileStore) {
        self.client = client
        self.path = path
        self.files = files
    }

    /// - Throws: where the file is there but cannot be read or parsed.
    package func credentials() throws(CredentialError) -> [ClientCredential] {
        let snapshot = try files.read(path, limit: ClientStore.limit)
        return try ClientFile(snapshot.bytes, client: client, path: path).credentials
    }

    /// Stores a token for a URL; the same token again changes nothing.
    ///
    /// - Parameter writing: false to find out what would change and write nothing.
    package func set(
        _ secret: Secret, kind: TokenKind, for url: String, writing: Bool
    ) throws(CredentialError) -> StoreChange {
        guard let key = client.key(for: url) else {
            throw CredentialError(.invalid, "a token cannot be stored for \(url): it names no host", path: path)
        }
        func changed(_ snapshot: FileSnapshot) throws(CredentialError) -> FileChange<StoreChange> {
            let before = try ClientFile(snapshot.bytes, client: client, path: path)
            let after = try before.setting(secret, kind: kind, at: key)
            let outline = snapshot.exists ? before.outline : ""
            return FileChange(
                after?.bytes,
                telling: StoreChange(
                    changed: after != nil, path: path, before: outline, after: after?.outline ?? outline))
        }
        guard writing else { return try changed(files.read(path, limit: ClientStore.limit)).told }
        do {
            let update = try files.update(path, policy: .secret, limit: ClientStore.limit, telling: changed)
            return StoreChange(
                changed: update.changed, path: path, before: update.told.before, after: update.told.after,
                isFlushed: update.isFlushed, warnings: update.warnings)
        } catch {
            throw CredentialError(updating: error, path: path)
        }
    }
}
