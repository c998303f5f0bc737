import HostPlatform
import SecureFileStore

extension CondaTokenStore {
    /// Each file is written or removed by itself; one that cannot be does not keep the others from it.
    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        try requireEditable(edits)
        let namesByURL = Dictionary(grouping: try names()) { CondaTokenFile.url(fromName: $0).map { Array($0.utf8) } }
        var outcome = StoreOutcome()
        for edit in edits {
            let url = try url(of: edit.address)
            let names = namesByURL[Array(url.utf8)] ?? []
            do throws(CredentialError) {
                let (change, effect) =
                    switch edit.action {
                    case .set(let secret, _): try set(secret, edit, url: url, names: names)
                    case .remove: try remove(edit, url: url, names: names)
                    }
                outcome.changes.append(change)
                outcome.results.append(.success(effect))
            } catch {
                // The first is nothing done yet.
                if edits.count == 1 { throw error }
                outcome.results.append(.failure(error))
            }
        }
        if outcome.changes.isEmpty, let failure = outcome.failure { throw failure }
        return outcome
    }

    func requireEditable(_ edits: [TokenEdit]) throws(CredentialError) {
        for edit in edits { _ = try url(of: edit.address) }
        try edits.requirePlainTokens(for: path)
    }

    private func set(
        _ secret: Secret, _ edit: TokenEdit, url: String, names: [String]
    ) throws(CredentialError) -> (StoreChange, TokenEdit.Effect) {
        let file = file(for: url)
        // Before anything is written, for it can fail.
        let others = try otherNames(for: url, among: names)
        let update = try files.updateStore(file, limit: SizeLimit.token) { snapshot in
            let present = CondaTokenFile.token(in: snapshot.bytes).secret
            let effect = try edit.effect(on: present.isEmpty ? [] : [present], path: file)
            return FileChange(secret.withRevealedBytes { Array($0) }, telling: effect)
        }
        for name in others { try removeFile(name) }
        let changed = update.changed || !others.isEmpty
        return (
            StoreChange(
                changed: changed, path: file, before: CondaTokenFile.outline(of: update.before.bytes),
                after: CondaTokenFile.outline(of: update.after), isFlushed: update.isFlushed,
                warnings: update.warnings),
            changed && update.told == .none ? .replaced : update.told
        )
    }

    private func remove(
        _ edit: TokenEdit, url: String, names: [String]
    ) throws(CredentialError) -> (StoreChange, TokenEdit.Effect) {
        func check(_ snapshot: FileSnapshot) throws(CredentialError) {
            _ = try edit.effect(on: [CondaTokenFile.token(in: snapshot.bytes).secret], path: snapshot.path)
        }
        // Where several stand for the URL, none goes unless all may.
        if names.count > 1 {
            for name in names { try check(try snapshot(name)) }
        }
        let removals = try names.map { name throws(CredentialError) in try removeFile(name, check) }
        let found = removals.map(\.before).filter(\.exists)
        let isFlushed = removals.allSatisfy(\.isFlushed)
        let change = StoreChange(
            changed: !found.isEmpty, path: found.first?.path ?? file(for: url),
            before: found.map { CondaTokenFile.outline(of: $0.bytes) }.joined(), isFlushed: isFlushed,
            warnings: isFlushed ? [] : ["\(path) could not be flushed: a power failure may bring the token back"])
        return (change, found.isEmpty ? .none : .removed)
    }

    /// Names that stand for a URL beside the one that conda writes: which one it reads is chance, so they must not stay.
    private func otherNames(for url: String, among names: [String]) throws(CredentialError) -> [String] {
        let own = CondaTokenFile.name(for: url)
        // Where case does not count, another spelling can be the same file.
        let isSpelledOtherwise = names.isEmpty || names.contains(own) ? false : try snapshot(own).exists
        return isSpelledOtherwise ? [] : names.filter { $0 != own }
    }

    @discardableResult
    private func removeFile(
        _ name: String, _ check: (FileSnapshot) throws -> Void = { _ in }
    ) throws(CredentialError) -> (before: FileSnapshot, isFlushed: Bool) {
        let file = Platform.current.join(path, name)
        do { return try files.remove(file, limit: SizeLimit.token, check) } catch {
            throw CredentialError(updating: error, path: file)
        }
    }
}
