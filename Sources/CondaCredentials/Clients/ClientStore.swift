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
        func changed(_ bytes: [UInt8]) throws(CredentialError) -> (before: ClientFile, after: ClientFile?) {
            let file = try ClientFile(bytes, client: client, path: path)
            return (file, try file.setting(secret, kind: kind, at: key))
        }
        guard writing else {
            let snapshot = try files.read(path, limit: ClientStore.limit)
            let (before, after) = try changed(snapshot.bytes)
            return change(before: snapshot.exists ? before : nil, after: after)
        }
        do {
            let update = try files.update(path, policy: .secret, limit: ClientStore.limit) {
                try changed($0.bytes).after?.bytes
            }
            let before = try ClientFile(update.before.bytes, client: client, path: path)
            let after = update.changed ? try ClientFile(update.after, client: client, path: path) : nil
            return change(
                before: update.before.exists ? before : nil, after: after, isFlushed: update.isFlushed,
                warnings: update.warnings)
        } catch {
            throw CredentialError(updating: error, path: path)
        }
    }

    private func change(
        before: ClientFile?, after: ClientFile?, isFlushed: Bool = true, warnings: [String] = []
    ) -> StoreChange {
        StoreChange(
            changed: after != nil, path: path, before: before?.outline ?? "",
            after: after?.outline ?? before?.outline ?? "", isFlushed: isFlushed, warnings: warnings)
    }
}
