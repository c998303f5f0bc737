import CommandLineKit
import CondaCredentials
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import LosslessJSON
import SecureFileStore

/// Does what findings call for.
struct Mending {
    let session: ToolSession
    let invocation: Invocation

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
    ///   - isRehearsal: true to find out what would change and write nothing.
    /// - Returns: what became of each, in their order.
    func apply(_ mends: [DoctorFinding.Mend], isRehearsal: Bool) -> [Result<Outcome, any Error>] {
        let secrets = mends.compactMap(\.movedSecret)
        guard let file = secrets.first?.file else {
            return mends.map { mend in Result { try apply(mend, isRehearsal: isRehearsal) } }
        }
        return move(secrets, outOf: file, isRehearsal: isRehearsal)
    }

    private func apply(_ mend: DoctorFinding.Mend, isRehearsal: Bool) throws -> Outcome {
        switch mend {
        case .closeToOthers(let path): return try close(path, isRehearsal: isRehearsal)
        case .inStore(let problem):
            try session.stores.requireTrusted(problem.path)
            let store = session.stores.presentStores.first { $0.name == problem.store }
            guard let mend = try store?.mend(problem, isRehearsal: isRehearsal) else {
                return Outcome(text: "nothing to mend in \(problem.shownPath)", changes: [])
            }
            return Outcome(text: mend.text, changes: mend.changes, dropped: mend.lost)
        case .copyToken(let token):
            let change = try session.condaTokens.apply(
                [TokenEdit(token.address, .set(token.secret, replacing: .none))], isRehearsal: isRehearsal)
            try change.requireSuccess()
            return Outcome(
                text: "\(token.address.phrase), \(token.redacted), copied to \(session.condaTokens.path)",
                changes: change.changes)
        case .moveFromCondarc(let secret):
            return try move([secret], outOf: secret.file, isRehearsal: isRehearsal)[0].get()
        case .nameHandler(let host):
            let path = session.condarc
            let setup = CondarcSetup(path: path, session, invocation, host: host)
            return Outcome(
                text: "\(path) gives \(setup.pattern) to \(AuthHandlerName.anacondas)",
                changes: [try setup.apply(isRehearsal: isRehearsal)])
        case .repeatSetting(let file, let channel, let rival):
            let writer = ConfigurationWriter(invocation, session.machine)
            let change = try writer.rewrite(file, isRehearsal: isRehearsal) { document in
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

    private func close(_ path: String, isRehearsal: Bool) throws -> Outcome {
        try session.stores.requireTrusted(path)
        let shown = TokenPlaces.shown(path: path)
        guard let metadata = try session.files.metadata(path) else {
            return Outcome(text: "\(shown) is gone", changes: [])
        }
        let mode = metadata.kind == .directory ? FileMode(rawValue: metadata.mode.rawValue & ~0o022) : .secretFile
        if !isRehearsal, mode != metadata.mode { try session.files.setMode(path, mode) }
        let change = StoreChange(
            changed: mode != metadata.mode, path: path, before: "mode \(metadata.mode.octal)\n",
            after: "mode \(mode.octal)\n")
        return Outcome(text: "mode \(mode.octal) for \(shown)", changes: [change])
    }

    /// First stores the tokens, and only when they are on the disk takes them out of the file, in one write.
    private func move(_ secrets: [CondarcSecret], outOf file: String, isRehearsal: Bool) -> [Result<Outcome, any Error>]
    {
        let read = Result { try session.condaTokens.read() }
        let stored = secrets.map { secret in
            Result { try put(secret, into: try read.get(), isRehearsal: isRehearsal) }
        }
        let moved = zip(secrets, stored).compactMap { secret, result in (try? result.get()).map { _ in secret } }
        // The old content holds the tokens.
        let writer = ConfigurationWriter(invocation, session.machine, keepsBackup: false)
        let edited = Result {
            try writer.rewrite(file, isRehearsal: isRehearsal) { document in
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
        _ secret: CondarcSecret, into reading: StoreReading, isRehearsal: Bool
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
        let edit = TokenEdit(address, .set(token, replacing: .none))
        let stored = try reading.apply([edit], isRehearsal: isRehearsal)
        try stored.requireSuccess()
        if !isRehearsal {
            guard stored.isFlushed, try reading.store.token(at: address)?.secret.matches(token) == true else {
                throw CommandError(
                    .io, "the token could not be stored safely, and stays in \(secret.file)", path: reading.store.path)
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
