import LosslessJSON

/// Edits return the new file, or nil where nothing changes.
extension KeyringFile {
    package func setting(_ secret: Secret, at address: TokenAddress) throws(CredentialError) -> KeyringFile? {
        let domain = try keyringDomain(of: address)
        guard let entry = entry(for: domain) else {
            return try editing { () throws(JSONError) in
                guard let payload = try KeyringFile.apply(secret, at: address, to: KeyringPayload(domain: domain))
                else { return nil }
                return try writing(payload, as: domain, replacing: nil)
            }
        }
        let present = try readablePayload(of: entry)
        return try editing { () throws(JSONError) in
            guard let payload = try KeyringFile.apply(secret, at: address, to: present) else { return nil }
            return try writing(payload, as: domain, replacing: entry)
        }
    }

    /// An entry whose last repo token goes stays, as with anaconda-auth; one whose API key goes and that holds nothing else goes too.
    package func removing(_ address: TokenAddress) throws(CredentialError) -> KeyringFile? {
        let domain = try keyringDomain(of: address)
        guard let entry = entry(for: domain) else { return nil }
        let present = try readablePayload(of: entry)
        return try editing { () throws(JSONError) in
            switch address {
            case .apiKey:
                guard let payload = try present.removingAPIKey() else { return nil }
                if payload.holdsNothing {
                    return try document.removing([.name(KeyringFile.service), .name(entry.storedDomain)])
                }
                return try writing(payload, as: domain, replacing: entry)
            case .repoToken(_, let org):
                guard let payload = try present.removingRepoToken(org: org) else { return nil }
                return try writing(payload, as: domain, replacing: entry)
            case .url: return nil
            }
        }
    }

    /// Rewrites the legacy entry that counts as the default domain's under that domain, as anaconda-auth does on reading.
    package func movingLegacyEntry() throws(CredentialError) -> KeyringFile? {
        guard let entry = entry(for: KeyringFile.defaultDomain),
            !entry.storedDomain.isSameText(as: KeyringFile.defaultDomain), let payload = entry.payload
        else { return nil }
        return try editing { () throws(JSONError) in
            try writing(payload, as: KeyringFile.defaultDomain, replacing: entry)
        }
    }

    /// The file without the entries that cannot be decoded.
    func removingDamagedEntries() throws(CredentialError) -> KeyringFile {
        guard document.root[KeyringFile.service] != nil else { return self }
        return try editing { () throws(JSONError) in
            try document.removingMembers(of: [.name(KeyringFile.service)]) { KeyringEntry($0).payload == nil }
        } ?? self
    }

    private static func apply(
        _ secret: Secret, at address: TokenAddress, to payload: KeyringPayload
    ) throws(JSONError) -> KeyringPayload? {
        switch address {
        case .apiKey: try payload.settingAPIKey(secret)
        case .repoToken(_, let org): try payload.settingRepoToken(secret, org: org)
        case .url: nil
        }
    }

    private func writing(
        _ payload: KeyringPayload, as domain: String, replacing entry: KeyringEntry?
    ) throws(JSONError) -> JSONDocument {
        let service = JSONPath.Component.name(KeyringFile.service)
        let isLegacy = entry.map { !$0.storedDomain.isSameText(as: domain) } ?? false
        let written = isLegacy ? try payload.moved(to: domain) : payload
        let text = JSONValue.string(Base64.encode(written.document.bytes))
        let edited = try document.setting(text, at: [service, .name(domain)], escapingNonASCII: true)
        guard isLegacy, let entry else { return edited }
        return try edited.removing([service, .name(entry.storedDomain)])
    }

    private func editing(_ edit: () throws(JSONError) -> JSONDocument?) throws(CredentialError) -> KeyringFile? {
        let edited: JSONDocument?
        do { edited = try edit() } catch {
            let hint = error.code == .internal ? "nothing was written; please report this" : nil
            throw CredentialError(.invalid, "the keyring cannot be edited: \(error.message)", path: path, hint: hint)
        }
        return try edited.map { document throws(CredentialError) in try KeyringFile(document.bytes, path: path) }
    }

    private func keyringDomain(of address: TokenAddress) throws(CredentialError) -> String {
        guard let domain = address.domain else {
            throw CredentialError(.usage, "a keyring keeps tokens by domain, not by URL", path: path)
        }
        return domain
    }

    private func readablePayload(of entry: KeyringEntry) throws(CredentialError) -> KeyringPayload {
        guard let payload = entry.payload else { throw error(for: entry) }
        if payload.invalidFields.contains("repo_tokens") {
            let (line, column) = location(of: entry.offset)
            throw CredentialError(
                .invalid, "the entry of \(entry.storedDomain) has repo_tokens of another form", path: path, line: line,
                column: column)
        }
        return payload
    }

    /// The error for an entry that cannot be decoded.
    func error(for entry: KeyringEntry) -> CredentialError {
        let (line, column) = location(of: entry.offset)
        let why = if case .damaged(let why) = entry.content { ": " + why } else { "" }
        return CredentialError(
            .syntax, "the entry of \(entry.storedDomain) is damaged\(why)", path: path, line: line, column: column,
            hint: "'keyring-tool doctor --fix' saves the keyring beside itself and takes the entry out")
    }
}
