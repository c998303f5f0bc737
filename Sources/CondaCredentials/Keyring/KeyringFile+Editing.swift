import CondaURL
import LosslessJSON

/// Edits return the new file, or nil where nothing changes.
extension KeyringFile {
    /// Rewrites the legacy entry that counts as the default domain's under that domain, as anaconda-auth does on reading.
    package func movingLegacyEntry() throws(CredentialError) -> KeyringFile? {
        guard let entry = entry(for: AnacondaDomains.main),
            !entry.storedDomain.isSameText(as: AnacondaDomains.main), let payload = entry.payload
        else { return nil }
        return try editing { () throws(JSONError) in
            try KeyringFile.writing(payload, as: AnacondaDomains.main, replacing: entry, in: document)
        }
    }

    /// Puts each entry that stands under a URL under the domain that is meant, where that has none.
    package func namingDomains() throws(CredentialError) -> KeyringFile? {
        let entries = self.entries
        var present = Set(entries.map { Array($0.storedDomain.utf8) })
        return try editing { () throws(JSONError) in
            var named: JSONDocument?
            for entry in entries {
                guard let domain = KeyringFile.domain(meantBy: entry.storedDomain), let payload = entry.payload,
                    !KeyringFile.names(of: domain).contains(where: { present.contains(Array($0.utf8)) })
                else { continue }
                named = try KeyringFile.writing(payload, as: domain, replacing: entry, in: named ?? document)
                present.remove(Array(entry.storedDomain.utf8))
                present.insert(Array(domain.utf8))
            }
            return named
        }
    }

    /// Takes away the byte order mark that makes anaconda-auth see an empty keyring.
    func removingByteOrderMark() throws(CredentialError) -> KeyringFile? {
        document.hasByteOrderMark ? try KeyringFile(Array(bytes.dropFirst(3)), path: path) : nil
    }

    /// The domain that is meant by a URL in its place, or by one in capitals; nil for every other.
    static func domain(meantBy name: String) -> String? {
        // Without a point it may be anything, also a token.
        let small = name.contains(".") && !MisplacedToken.isOne(name) ? name.lowercased() : name
        guard let host = ChannelURL(name)?.host ?? (small == name ? nil : small) else { return nil }
        return AnacondaDomains.former.contains(host) ? AnacondaDomains.main : AnacondaDomains.entry(of: host)
    }

    /// The file without the entries that cannot be decoded; those that only lack their base64 get it.
    func removingDamagedEntries() throws(CredentialError) -> KeyringFile {
        guard document.root[KeyringFile.service] != nil else { return self }
        return try editing { () throws(JSONError) in
            let plain = entries.compactMap { entry in
                entry.plain.map { (node: entry.node, value: KeyringFile.text(of: $0)) }
            }
            let encoded = plain.isEmpty ? document : try document.replacing(plain, escapingNonASCII: true)
            return try encoded.removingMembers(of: [.name(KeyringFile.service)]) { KeyringEntry($0).payload == nil }
        } ?? self
    }

    /// A document with an entry's payload under a domain; an entry under a former name of it goes.
    static func writing(
        _ payload: KeyringPayload, as domain: String, replacing entry: KeyringEntry, in document: JSONDocument
    ) throws(JSONError) -> JSONDocument {
        let service = JSONPath.Component.name(KeyringFile.service)
        let isLegacy = !entry.storedDomain.isSameText(as: domain)
        let written = isLegacy ? try payload.moved(to: domain) : payload
        let edited = try document.setting(text(of: written), at: [service, .name(domain)], escapingNonASCII: true)
        return isLegacy ? try edited.removing([service, .name(entry.storedDomain)]) : edited
    }

    func editing(_ edit: () throws(JSONError) -> JSONDocument?) throws(CredentialError) -> KeyringFile? {
        let edited: JSONDocument?
        do { edited = try edit() } catch {
            throw CredentialError(editingKeyring: error, path: path)
        }
        return try edited.map { document throws(CredentialError) in try KeyringFile(document.bytes, path: path) }
    }

    func readablePayload(of entry: KeyringEntry) throws(CredentialError) -> KeyringPayload {
        guard let payload = entry.payload else { throw error(for: entry) }
        if payload.refusals.contains(where: { $0.field == "repo_tokens" }) {
            let (line, column) = location(of: entry.offset)
            throw CredentialError(
                .invalid, "the repo_tokens of the entry of \(entry.storedDomain) are no list", path: path, line: line,
                column: column, hint: KeyringPayload.dueTokens)
        }
        return payload
    }

    /// The error for an entry that cannot be decoded.
    func error(for entry: KeyringEntry) -> CredentialError {
        let (line, column) = location(of: entry.offset)
        let isAlone = !entries.contains(where: \.isRecoverable)
        let why = if case .damaged(let why) = entry.content { ": " + why } else { "" }
        return CredentialError(
            .syntax, "the entry of \(entry.storedDomain) is damaged\(why)", path: path, line: line, column: column,
            hint: isAlone
                ? StoreProblem.nothingWhole
                : "'keyring-tool doctor --fix' saves the keyring beside itself and "
                    + (entry.plain == nil ? "takes the entry out" : "encodes the entry"))
    }
}

extension CredentialError {
    init(editingKeyring error: JSONError, path: String) {
        let hint = error.code == .internal ? "nothing was written; please report this" : nil
        self.init(.invalid, "the keyring cannot be edited: \(error.message)", path: path, hint: hint)
    }
}
