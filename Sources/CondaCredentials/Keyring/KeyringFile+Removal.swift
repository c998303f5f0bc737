import LosslessJSON

extension KeyringFile {
    /// The file without the repo tokens at several addresses, in one pass over it.
    package func removing(all addresses: [TokenAddress]) throws(CredentialError) -> KeyringFile {
        let wanted = Set(addresses)
        let main = entry(for: KeyringFile.defaultDomain)?.offset
        var edited = document.bytes
        let members = document.root[KeyringFile.service]?.members ?? []
        // From the end, so that offsets before stay true.
        for member in members.reversed() {
            let entry = KeyringEntry(member)
            guard let payload = entry.payload else { continue }
            let domain = entry.offset == main ? KeyringFile.defaultDomain : entry.storedDomain
            let rest: KeyringPayload?
            do throws(JSONError) {
                rest = try payload.removingRepoTokens { wanted.contains(.repoToken(domain: domain, org: $0)) }
            } catch {
                throw CredentialError(.invalid, "the keyring cannot be edited: \(error.message)", path: path)
            }
            guard let rest else { continue }
            let text = JSONValue.string(Base64.encode(rest.document.bytes)).text()
            edited.replaceSubrange(member.value.range, with: text.utf8)
        }
        return try KeyringFile(edited, path: path)
    }
}
