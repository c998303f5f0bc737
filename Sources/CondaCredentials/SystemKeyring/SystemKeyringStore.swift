import HostPlatform
import LosslessJSON
import SecureFileStore

/// The operating system's keyring, with the same entries as the Anaconda keyring: a payload for each domain.
///
/// An entry that holds nothing any more goes: anaconda-auth reads the file's where this keyring has none.
///
/// Whether an entry survives a power failure is the service's promise: it cannot be flushed from outside. Every write is
/// read back.
package struct SystemKeyringStore: TokenStore {
    package let name = StoreName.system
    package let addressing = Addressing.domain
    private let service: any SystemKeyringService

    package init(_ service: any SystemKeyringService) { self.service = service }

    package var path: String { service.title }

    package func read() throws(CredentialError) -> StoreReading {
        let keyring = try keyring()
        var contents = keyring.contents(as: name)
        // Only the file can be mended.
        contents.problems = contents.problems.filter { $0.code != .legacyDomain }.map { problem in
            StoreProblem(
                problem.code, path: path, message: problem.message, domain: problem.domain,
                remedy: problem.remedy == StoreProblem.nothingWhole ? problem.remedy : nil,
                hidesToken: problem.hidesToken)
        }
        let tokens = contents.tokens
        return StoreReading(
            store: self, contents: contents,
            rehearse: { edits throws(CredentialError) in
                let plan = try plan(edits, keyring)
                return StoreOutcome(changes: [plan.change], results: plan.effects.map { .success($0) })
            },
            requireCurrent: { addresses throws(CredentialError) in
                let now = try self.keyring().contents().tokens
                for address in addresses {
                    let then = tokens.first { $0.address == address }
                    guard let then, now.contains(where: { $0.address == address && $0.secret.matches(then.secret) })
                    else { throw CredentialError.otherToken(at: path) }
                }
            })
    }

    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        let plan = try plan(edits, try keyring())
        var failures: [[UInt8]: CredentialError] = [:]
        var done = 0
        // What is stored comes before what is removed: an entry under a former name goes only when the new one is there.
        for change in plan.entries {
            do throws(CredentialError) {
                if failures.isEmpty || change.payload != nil { try make(change) }
                done += 1
            } catch { failures[Array(change.domain.utf8)] = error }
        }
        guard done > 0 || failures.isEmpty else { throw failures.values.first ?? CredentialError.otherToken(at: path) }
        let results = zip(edits, plan.effects).map { edit, effect -> Result<TokenEdit.Effect, CredentialError> in
            let names = [edit.address.domain ?? ""] + AnacondaDomains.former
            let failure = names.lazy.compactMap { failures[Array($0.utf8)] }.first
            return effect == .none ? .success(.none) : failure.map { .failure($0) } ?? .success(effect)
        }
        return StoreOutcome(changes: [plan.change], results: results)
    }

    /// What edits do to the entries.
    private func plan(
        _ edits: [TokenEdit], _ keyring: KeyringFile
    ) throws(CredentialError) -> (change: StoreChange, effects: [TokenEdit.Effect], entries: [Change]) {
        try edits.requirePlainTokens(for: path)
        let (edited, effects) = try keyring.applying(edits, droppingEmptied: true)
        let entries = edited.map { SystemKeyringStore.changes(from: keyring, to: $0) } ?? []
        try requireRoom(for: entries)
        let change = StoreChange(
            changed: edited != nil, path: path, before: keyring.entries.isEmpty ? "" : keyring.outline,
            after: (edited ?? keyring).outline)
        return (change, effects, entries)
    }

    /// There is nothing that could be asked of the service.
    package func flush(_ addresses: [TokenAddress]) {}

    // MARK: entries

    /// One entry as it is stored: its payload is base64.
    package struct Entry: Sendable {
        package let domain: String
        package let payload: Secret
    }

    /// Every entry of anaconda-auth's service.
    ///
    /// - Throws: as the service does.
    package func entries() throws(CredentialError) -> [Entry] {
        var entries: [Entry] = []
        for domain in try service.domains() where !entries.contains(where: { $0.domain.isSameText(as: domain) }) {
            if let payload = try service.payload(of: domain) {
                entries.append(Entry(domain: domain, payload: payload))
            }
        }
        return entries
    }

    /// One entry that is to be stored or, without a payload, removed.
    private struct Change {
        let domain: String
        let payload: Secret?
    }

    /// Every entry as the keyring's text that it would be in a file.
    private func keyring() throws(CredentialError) -> KeyringFile {
        do throws(CredentialError) {
            let members = try entries().map { entry in
                JSONValue.Member(entry.domain, entry.payload.withRevealed { .string($0) })
            }
            let value: JSONValue =
                members.isEmpty ? .object([]) : .object([.init(KeyringFile.service, .object(members))])
            return try KeyringFile(Array(value.text().utf8), path: path)
        } catch { throw named(error) }
    }

    private func named(_ error: CredentialError) -> CredentialError {
        var error = error
        error.path = nil
        error.line = nil
        error.column = nil
        return error
    }

    private static func changes(from before: KeyringFile, to after: KeyringFile) -> [Change] {
        let old = before.payloadTexts
        let new = after.payloadTexts
        let stored = new.filter { entry in
            !old.contains { $0.domain.isSameText(as: entry.domain) && $0.payload.matches(entry.payload) }
        }
        let gone = old.filter { entry in !new.contains { $0.domain.isSameText(as: entry.domain) } }
        return stored.map { Change(domain: $0.domain, payload: $0.payload) }
            + gone.map { Change(domain: $0.domain, payload: nil) }
    }

    private func requireRoom(for changes: [Change]) throws(CredentialError) {
        for change in changes {
            let size = change.payload?.withRevealedBytes { $0.count } ?? 0
            guard size > service.payloadLimit else { continue }
            throw CredentialError(
                .refused,
                "the entry of \(change.domain) would have \(size) bytes, and the \(path) is given at most "
                    + "\(service.payloadLimit)", hint: "nothing was stored; --store keyring has room for it")
        }
    }

    private func make(_ change: Change) throws(CredentialError) {
        do throws(CredentialError) {
            guard let payload = change.payload else { return try service.remove(change.domain) }
            try service.store(payload, for: change.domain)
            guard let stored = try service.payload(of: change.domain), stored.matches(payload) else {
                throw CredentialError(
                    .io, "the entry of \(change.domain) did not read back from the \(path)",
                    hint: "look at it with 'keyring-tool report', and run this again")
            }
        } catch { throw named(error) }
    }
}

extension KeyringFile {
    /// Every entry's text, as it stands there.
    fileprivate var payloadTexts: [(domain: String, payload: Secret)] {
        (document.root[KeyringFile.service]?.members ?? []).compactMap { member in
            member.value.string.map { (member.name, Secret($0)) }
        }
    }
}

extension StoreName {
    package static let system = StoreName(rawValue: "system")
}

extension StoreKind {
    static let system = StoreKind(
        name: .system, role: .own, addressing: .domain,
        user: "anaconda-auth with preferred_token_storage set to system", isByNameOnly: true,
        otherNames: ["os", "secret-tool", "secretservice", "keychain", "wincred"],
        isPresent: { site in
            if site.places.systemStorage != nil { return true }
            let environment = site.host.environment
            switch site.host.platform {
            case .linux:
                let runtime = environment.nonEmpty("XDG_RUNTIME_DIR").map { site.host.join($0, "bus") }
                let hasBus =
                    environment.nonEmpty("DBUS_SESSION_BUS_ADDRESS") != nil
                    || runtime.map { ((try? site.files.metadata($0)) ?? nil) != nil } ?? false
                return hasBus && site.program("secret-tool") != nil
            case .macos: return site.program("security") != nil
            case .windows: return false
            }
        },
        store: { $0.systemKeyringStore })
}

extension TokenPlaces {
    /// What is said where anaconda-auth uses the operating system's keyring besides its file; nil where it does not.
    package var systemStorage: String? {
        guard let storage = preferredStorage, storage.string == "system" else { return nil }
        return "preferred_token_storage is 'system' (\(storage.origin.text)): anaconda-auth saves to the operating "
            + "system's keyring, and asks it before the file (--store system)"
    }
}

extension StoreSite {
    /// The operating system's keyring.
    var systemKeyringStore: SystemKeyringStore { SystemKeyringStore(systemKeyring) }

    private var systemKeyring: any SystemKeyringService {
        switch host.platform {
        case .linux: SecretServiceKeyring(at: self)
        case .macos: KeychainKeyring(at: self)
        case .windows: CredentialManagerKeyring(vault: WindowsVault.current)
        }
    }
}
