import CondaURL
package import SecureFileStore

/// Another client's file of credentials on disk.
package struct ClientStore: TokenStore {
    package let format: ClientFormat
    package let path: String
    package let addressing = Addressing.host
    let files: FileStore
    /// Most bytes of such a file.
    static let limit = SizeLimit.keyring

    package init(_ format: ClientFormat, path: String, files: FileStore = FileStore()) {
        self.format = format
        self.path = path
        self.files = files
    }

    package var name: StoreName { format.name }

    package func read() throws(CredentialError) -> StoreReading {
        let snapshot = try files.read(path, limit: ClientStore.limit)
        let file = try ClientFile(snapshot.bytes, format: format, path: path)
        return StoreReading(
            contents(of: file, snapshot),
            rehearse: { edits throws(CredentialError) in
                try KeyringStore.requirePlain(edits, path: path)
                let (edited, effects) = try file.applying(edits)
                return StoreOutcome(
                    changes: [change(before: snapshot.exists ? file : nil, after: edited)],
                    results: effects.map { .success($0) })
            },
            requireCurrent: { _ throws(CredentialError) in try files.requireCurrent(snapshot) })
    }

    private func contents(of file: ClientFile, _ snapshot: FileSnapshot) -> StoreContents {
        var contents = StoreContents()
        for (key, credential) in file.credentials {
            guard case .token(let secret, let kind) = credential else {
                contents.otherKeys.append(key)
                continue
            }
            contents.tokens.append(
                StoredToken(
                    store: name, address: .host(key, kind), secret: secret,
                    expires: kind == .apiKey ? JSONWebToken.expiry(of: secret) : nil, path: path,
                    mode: snapshot.mode))
        }
        if let mode = snapshot.mode, mode.isOpenToOthers {
            contents.problems.append(
                StoreProblem(
                    .mode, path: path, message: "others may read the tokens of \(name.rawValue) (mode \(mode.octal))",
                    isFixable: true))
        }
        return contents
    }

    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        try KeyringStore.requirePlain(edits, path: path)
        do {
            let update = try files.update(
                path, policy: .secret, limit: ClientStore.limit,
                telling: { snapshot in
                    let file = try ClientFile(snapshot.bytes, format: format, path: path)
                    let (edited, effects) = try file.applying(edits)
                    let outcome = StoreOutcome(
                        changes: [change(before: snapshot.exists ? file : nil, after: edited)],
                        results: effects.map { .success($0) })
                    return FileChange(edited?.bytes, telling: outcome)
                })
            return update.outcome
        } catch {
            throw CredentialError(updating: error, path: path)
        }
    }

    private func change(before: ClientFile?, after: ClientFile?) -> StoreChange {
        StoreChange(
            changed: after != nil, path: path, before: before?.outline ?? "",
            after: after?.outline ?? before?.outline ?? "")
    }

    package func cleanUp() -> String? { files.cleanUp(beside: path) }

    package func flush(_ addresses: [TokenAddress]) throws(CredentialError) {
        do { try files.flush(path) } catch { throw CredentialError(error) }
    }

    package func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress {
        guard let key = format.key(use.url, use.kind) else {
            throw CredentialError(
                .invalid, "a token cannot be stored for \(ChannelURL.shown(use.url)): it names no host", path: path)
        }
        let present = contents.tokens.compactMap { token in
            if case .host(let key, _) = token.address { key } else { nil }
        }
        // What the client would take first is what must hold the token.
        if let inUse = format.keyInUse(use.url, use.kind, present + contents.otherKeys),
            inUse.utf8.count > key.utf8.count
        {
            return .host(inUse, use.kind)
        }
        return .host(key, use.kind)
    }
}
