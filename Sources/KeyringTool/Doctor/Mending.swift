import CommandLineKit
import CondaCredentials
import CondaURL
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML
import SecureFileStore

/// Does what findings call for.
struct Mending {
    let session: ToolSession
    let rootOption: String?
    /// Whether the old content of a `.condarc` stays beside it, but for one that a token is taken out of.
    var keepsBackup = false

    /// What was done, for people, and what changed.
    struct Outcome {
        let text: String
        let changes: [StoreChange]
        /// What could not be saved.
        var dropped: [StoreMend.Lost] = []
        /// What kept the rest of it from being done.
        var failure: (any Error)?
    }

    /// - Parameters:
    ///   - mends: of one file, where they are several.
    ///   - writing: false to find out what would change and write nothing.
    /// - Returns: what became of each, in their order.
    func apply(_ mends: [DoctorFinding.Mend], writing: Bool) -> [Result<Outcome, any Error>] {
        let secrets = mends.compactMap(\.movedSecret)
        guard let file = secrets.first?.file else {
            return mends.map { mend in Result { try apply(mend, writing: writing) } }
        }
        return move(secrets, outOf: file, writing: writing)
    }

    private func apply(_ mend: DoctorFinding.Mend, writing: Bool) throws -> Outcome {
        switch mend {
        case .closeToOthers(let path): return try close(path, writing: writing)
        case .inStore(let problem):
            try session.stores.requireTrusted(problem.path)
            let store = session.stores.presentStores.first { $0.name == problem.store }
            guard let mend = try store?.mend(problem, writing: writing) else {
                return Outcome(text: "nothing to mend in \(problem.shownPath)", changes: [])
            }
            return Outcome(text: mend.text, changes: mend.changes, dropped: mend.lost)
        case .copyToken(let token):
            let change = try session.condaTokens.apply(
                [TokenEdit(token.address, .set(token.secret, replacing: .none))], writing: writing)
            try change.requireSuccess()
            return Outcome(
                text: "\(token.address.phrase), \(token.redacted), copied to \(session.condaTokens.path)",
                changes: change.changes)
        case .moveFromCondarc(let secret):
            return try move([secret], outOf: secret.file, writing: writing)[0].get()
        case .nameHandler(let host):
            let path = session.host.inHome(".condarc")
            let setup = CondarcSetup(
                path: path, session: session, rootOption: rootOption, host: host, keepsBackup: keepsBackup)
            return Outcome(
                text: "\(path) gives \(setup.pattern) to \(CondarcSetup.handler)",
                changes: [try setup.apply(writing: writing)])
        case .repeatSetting(let file, let channel, let rival):
            let change = try edit(file, writing: writing, keepingBackup: keepsBackup) { document in
                let edit = ChannelSettingsEdit(path: file, document: document)
                guard let index = try edit.index(of: channel) else { return document }
                return try edit.inserting(rival, before: index)
            }
            return Outcome(
                text:
                    "the setting for \(ChannelURL.shown(channel)) in \(file) counts: the weaker file's stands before it",
                changes: [change])
        }
    }

    private func edit(
        _ file: String, writing: Bool, keepingBackup: Bool = false, _ transform: (YAMLDocument) throws -> YAMLDocument
    ) throws -> StoreChange {
        do {
            return try session.files.rewrite(
                file, policy: .ordinary, writing: writing, keepingBackup: keepingBackup, outline: FileSecrets.redacted
            ) { try transform(try YAMLDocument(configuration: $0.bytes)).bytes }
        } catch {
            throw CommandError(of: error, path: file) ?? error
        }
    }

    private func close(_ path: String, writing: Bool) throws -> Outcome {
        try session.stores.requireTrusted(path)
        let shown = TokenPlaces.shown(path: path)
        guard let metadata = try session.files.metadata(path) else {
            return Outcome(text: "\(shown) is gone", changes: [])
        }
        let mode = metadata.kind == .directory ? FileMode(rawValue: metadata.mode.rawValue & ~0o022) : .secretFile
        if writing, mode != metadata.mode { try session.files.setMode(path, mode) }
        let change = StoreChange(
            changed: mode != metadata.mode, path: path, before: "mode \(metadata.mode.octal)\n",
            after: "mode \(mode.octal)\n")
        return Outcome(text: "mode \(mode.octal) for \(shown)", changes: [change])
    }

    /// First stores the tokens, and only when they are on the disk takes them out of the file, in one write.
    private func move(_ secrets: [CondarcSecret], outOf file: String, writing: Bool) -> [Result<Outcome, any Error>] {
        let store = session.condaTokens
        let read = Result { try store.read() }
        let stored = secrets.map { secret in
            Result { try put(secret, into: store, try read.get(), writing: writing) }
        }
        let moved = zip(secrets, stored).compactMap { secret, result in (try? result.get()).map { _ in secret } }
        let edited = Result {
            try edit(file, writing: writing) { document in
                try CondarcSecret.taking(moved, outOf: document)
                    // Somebody else took one out meanwhile.
                    ?? moved.reduce(document) { try CondarcSecret.taking([$1], outOf: $0) ?? $0 }
            }
        }
        let last = stored.lastIndex { (try? $0.get()) != nil }
        return zip(secrets, stored).enumerated().map { index, pair in
            let (secret, result) = pair
            let url = secret.tokenURL ?? ""
            return result.map { changes in
                switch edited {
                case .success(let edit):
                    Outcome(
                        text: "the token in \(file) moved to the conda-token file of \(url)",
                        changes: changes + (index == last ? [edit] : []))
                case .failure(let error):
                    Outcome(
                        text: "the token in \(file) is stored for \(url)", changes: changes, failure: error)
                }
            }
        }
    }

    /// - Throws: where the conda-token file does not hold the token for certain.
    private func put(
        _ secret: CondarcSecret, into store: any TokenStore, _ reading: StoreReading, writing: Bool
    ) throws -> [StoreChange] {
        guard let url = secret.tokenURL, let token = secret.url.secretToken else { return [] }
        let address = TokenAddress.url(url)
        if let present = reading.contents.tokens.first(where: { $0.address == address }), !present.secret.matches(token)
        {
            throw CommandError(
                .conflict,
                "there is another token for \(url) (\(present.redacted)); this one stays in \(secret.file)",
                path: present.path, hint: "remove the wrong one, then run this again")
        }
        // Another one that stands there by now is not replaced.
        let edit = [TokenEdit(address, .set(token, replacing: .none))]
        let stored = try writing ? store.apply(edit) : reading.rehearse(edit)
        try stored.requireSuccess()
        if writing {
            guard stored.isFlushed, try store.token(at: address)?.secret.matches(token) == true else {
                throw CommandError(
                    .io, "the token could not be stored safely, and stays in \(secret.file)", path: store.path)
            }
        }
        return stored.changes
    }
}

extension StoreMend.Lost {
    var finding: DoctorFinding {
        DoctorFinding(
            "dropped-entry", .error, path: keptPath, "\(title) is not whole and could not be saved",
            advice:
                "put it into the keyring from a backup, or log in again with 'anaconda login'; what is left of it stays in "
                + "that file")
    }

    var json: JSONValue { ["name": name.map { Redactor.redact(value: $0) }.json, "path": .string(keptPath)] }
}
