import HostPlatform
import SecureFileStore

/// A damaged keyring that was kept beside the keyring when that was recovered. It goes as a whole: what is not whole in it
/// cannot be told from a token.
package struct SavedKeyring: TokenStore {
    package let name = StoreName(rawValue: "saved-keyring")
    package let path: String
    package let addressing = Addressing.domain
    private let files: FileStore
    static let ending = ".damaged"

    /// Those beside a keyring, in the order of their names.
    package static func all(beside keyring: KeyringStore) throws(CredentialError) -> [SavedKeyring] {
        let platform = Platform.current
        let directory = platform.parent(of: keyring.path)
        let start = platform.baseName(of: keyring.path) + ending
        return try keyring.files.names(in: directory).filter { name in
            guard name.hasPrefix(start) else { return false }
            let number = name.utf8.dropFirst(start.utf8.count)
            return number.isEmpty || number.first == UInt8(ascii: "-") && Int(String(number.dropFirst()) ?? "") != nil
        }.map { SavedKeyring(path: platform.join(directory, $0), files: keyring.files) }
    }

    /// What can be read of it; a problem of the code `damagedEntry` says that there may be more.
    package func read() throws(CredentialError) -> StoreReading {
        let snapshot = try files.read(path, limit: SizeLimit.keyring)
        let recovery = KeyringRecovery(snapshot.bytes, path: path)
        var contents = try KeyringFile(recovery?.bytes ?? snapshot.bytes, path: path)
            .contents(as: name, mode: snapshot.mode)
        contents.problems = []
        if let lost = recovery?.lost.first {
            contents.problems.append(
                StoreProblem(.damagedEntry, path: path, message: "\(lost.title) cannot be read", domain: lost.name))
        }
        if let problem = files.problem(ofFile: path, mode: snapshot.mode) { contents.problems.append(problem) }
        return StoreReading(
            store: self, contents: contents, rehearse: { edits throws(CredentialError) in try outcome(of: edits) },
            requireCurrent: { _ throws(CredentialError) in try files.requireCurrent(snapshot) })
    }

    /// Removes the file, whichever tokens are named.
    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        // What is refused is refused before the file goes.
        _ = try outcome(of: edits)
        do {
            // What is in it does not matter: it has been recovered.
            return try outcome(of: edits, isFlushed: try files.remove(path, limit: SizeLimit.keyring).isFlushed)
        } catch { throw CredentialError(updating: error, path: path) }
    }

    private func outcome(of edits: [TokenEdit], isFlushed: Bool = true) throws(CredentialError) -> StoreOutcome {
        guard edits.allSatisfy({ $0.token == nil }) else {
            throw CredentialError(.usage, "nothing is stored in a keyring that was saved", path: path)
        }
        let change = StoreChange(
            changed: true, path: path, before: "(damaged)\n", isFlushed: isFlushed,
            warnings: isFlushed ? [] : ["\(path) could not be flushed: a power failure may bring it back"])
        return StoreOutcome(changes: [change], results: edits.map { _ in .success(.removed) })
    }

    package func flush(_ addresses: [TokenAddress]) throws(CredentialError) {
        try files.flushStore(path)
    }
}
