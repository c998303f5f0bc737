import CondaURL
import HostPlatform
import SecureFileStore

extension KeyringStore {
    /// Keeps a damaged keyring, or one with damaged entries, beside itself; then replaces it by a sound one with every
    /// entry that is whole.
    ///
    /// - Returns: what was done, where the damaged file is kept (0600), and what was whole of it; nil if nothing is damaged.
    /// - Throws: `.invalid`, with nothing changed, where no entry is whole: an empty keyring is no mend.
    package func recover(
        isRehearsal: Bool = false
    ) throws(CredentialError) -> (mend: StoreMend, savedPath: String, recovery: KeyringRecovery)? {
        let damaged = try files.read(path, limit: SizeLimit.keyring, afterWriters: true)
        // Which side of a merge conflict counts, only its user knows.
        if damaged.bytes.firstIndex(of: KeyringStore.conflict) != nil { _ = try keyring(damaged.bytes) }
        guard damaged.exists, let recovery = KeyringRecovery(damaged.bytes, path: path) else { return nil }
        guard !recovery.entries.isEmpty else {
            throw CredentialError(
                .invalid, "no entry of the keyring is whole, so nothing can be recovered: \(recovery.fault.message)",
                path: path, line: recovery.fault.line, column: recovery.fault.column,
                hint: StoreProblem.nothingWhole)
        }
        let saved = try savedPath(for: damaged)
        let after = try KeyringFile(recovery.bytes, path: path).outline
        let before = (try? KeyringFile(damaged.bytes, path: path))?.outline ?? "(damaged)\n"
        var change = StoreChange(changed: true, path: path, before: before, after: after)
        if !isRehearsal {
            do {
                let copy = try files.update(saved, policy: .secret) { _ in damaged.bytes }
                let update = try files.update(path, policy: .secret, limit: SizeLimit.keyring) { present in
                    guard present.isSame(as: damaged) else {
                        throw CredentialError(
                            .locked, "the keyring was changed by another program", path: path, hint: "run it again")
                    }
                    return recovery.bytes
                }
                change = StoreChange(
                    changed: update.changed, path: path, before: change.before, after: after,
                    isFlushed: copy.isFlushed && update.isFlushed, warnings: copy.warnings + update.warnings)
            } catch { throw CredentialError(updating: error, path: path) }
        }
        let count = recovery.entries.count
        let names = recovery.entries.map(\.domain).joined(separator: ", ")
        let mend = StoreMend(
            text:
                "\(count) \(count == 1 ? "entry" : "entries") recovered into \(path) (\(names)); the damaged file, with "
                + "all else that it held, is kept as \(saved)", changes: [change],
            lost: recovery.lost.map { StoreMend.Lost(title: $0.title, name: $0.name, keptPath: saved) })
        return (mend, saved, recovery)
    }

    private static let conflict = Array("<<<<<<< ".utf8)

    /// The keyring of a text; where it is damaged, the hint says what helps.
    func keyring(_ bytes: [UInt8]) throws(CredentialError) -> KeyringFile {
        do throws(CredentialError) {
            return try KeyringFile(bytes, path: path)
        } catch {
            var error = error
            if bytes.firstIndex(of: KeyringStore.conflict) != nil {
                error.message = "the marks of a merge conflict stand in the keyring"
                error.hint = "keep the lines of one side, and remove all else from <<<<<<< to >>>>>>>"
                throw error
            }
            let recovery = KeyringRecovery(bytes, path: path)
            guard recovery?.entries.isEmpty == true else { throw recovery?.fault ?? error }
            if CondaTokenFile.plainToken(in: bytes) != nil {
                error.message = "the file holds a token alone, and a keyring is a JSON object"
                let aside = ShellWord.quoted(path + ".token")
                error.hint =
                    "mv \(ShellWord.quoted(path)) \(aside) && keyring-tool set --org ORG --token-file \(aside) && rm \(aside)"
            } else if let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first] == UInt8(ascii: "["),
                bytes[first...].dropFirst().first?.isLetter == true
            {
                error.message = "the file is INI, as Python's keyrings.alt writes it, and a keyring is a JSON object"
                error.hint = StoreProblem.nothingWhole
            } else if bytes.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") {
                error.message = "the file is no keyring, which is a JSON object"
                error.hint =
                    isNamed
                    ? "name another one with --keyring, or leave the option out" : StoreProblem.nothingWhole
            } else {
                error.hint = StoreProblem.nothingWhole
            }
            throw error
        }
    }

    /// A free name beside the keyring, or one that holds the same bytes already.
    private func savedPath(for damaged: FileSnapshot) throws(CredentialError) -> String {
        for number in 1...1000 {
            let candidate = path + SavedKeyring.ending + (number == 1 ? "" : "-\(number)")
            let present = try files.read(candidate, limit: FileStore.defaultLimit)
            if !present.exists || present.bytes == damaged.bytes { return candidate }
        }
        throw CredentialError(
            .refused, "there are too many saved keyrings beside \(path)", path: path, hint: "remove some of them")
    }
}

extension StoreProblem {
    /// What to do where no entry can be saved.
    package static let nothingWhole =
        "restore it from a backup; or move it away, log in again with 'anaconda login', and store repo tokens with "
        + "'keyring-tool set'"
}
