import LosslessJSON

extension KeyringPayload {
    /// The payload after edits of its tokens, in one pass over it; nil where nothing changes.
    ///
    /// A token that is replaced keeps its place, since the first one is sent for other organizations; a new one goes last.
    /// Of several tokens of one organization one is left.
    ///
    /// - Parameter edits: of this entry's addresses.
    func applying(
        _ edits: [TokenEdit], path: String
    ) throws(CredentialError) -> (payload: KeyringPayload?, effects: [TokenEdit.Effect]) {
        var key = apiKey
        var present = Dictionary(grouping: repoTokens, by: \.orgBytes).mapValues { $0.map(\.secret) }
        // Those whose tokens change, in the order of the edits.
        var organizations: [String?] = []
        var effects: [TokenEdit.Effect] = []
        effects.reserveCapacity(edits.count)
        for edit in edits {
            guard case .repoToken(_, let org) = edit.address else {
                let effect = try edit.effect(on: key.map { [$0] } ?? [], path: path)
                effects.append(effect)
                if effect != .none { key = edit.token }
                continue
            }
            let name = org.map { Array($0.utf8) }
            let effect = try edit.effect(on: present[name] ?? [], path: path)
            effects.append(effect)
            guard effect != .none else { continue }
            organizations.append(org)
            present[name] = edit.token.map { [$0] } ?? []
        }
        if effects.allSatisfy({ $0 == .none }) { return (nil, effects) }
        do throws(JSONError) {
            return (try writing(key, organizations) { present[$0]?.first }, effects)
        } catch { throw CredentialError(editingKeyring: error, path: path) }
    }

    /// The payload with another API key, and with one token or none for each of some organizations.
    private func writing(
        _ key: Secret?, _ organizations: [String?], _ token: ([UInt8]?) -> Secret?
    ) throws(JSONError) -> KeyringPayload {
        var document = self.document
        if !apiKey.matches(key) {
            document =
                if let key {
                    try document.setting(key.json, at: ["api_key"])
                } else {
                    try document.removing(["api_key"])
                }
        }
        let elements = document.root["repo_tokens"]?.elements ?? []
        let changed = Set(organizations.map { $0.map { Array($0.utf8) } })
        var placed: Set<[UInt8]?> = []
        var meant: [(org: String?, secret: Secret)] = []
        var replaced: [(node: JSONNode, value: JSONValue)] = []
        var gone: Set<Int> = []
        for present in repoTokens {
            let name = present.orgBytes
            guard changed.contains(name) else {
                meant.append((present.org, present.secret))
                continue
            }
            if let secret = token(name), let node = elements[present.index]["token"], placed.insert(name).inserted {
                meant.append((present.org, secret))
                replaced.append((node, secret.json))
            } else {
                gone.insert(present.index)
            }
        }
        document = try document.replacing(replaced)
        if !gone.isEmpty { document = try document.removingElements(gone, of: ["repo_tokens"]) }
        var new: [JSONValue] = []
        for org in organizations {
            let name = org.map { Array($0.utf8) }
            guard let secret = token(name), placed.insert(name).inserted else { continue }
            meant.append((org, secret))
            new.append(["token": secret.json, "org_name": org.map { .string($0) }])
        }
        if !new.isEmpty {
            document =
                document.root["repo_tokens"] == nil
                ? try document.setting(.array(new), at: ["repo_tokens"])
                : try document.appending(new, toArrayAt: ["repo_tokens"])
        }
        let payload = KeyringPayload(document)
        let read = payload.repoTokens
        guard payload.apiKey.matches(key), read.count == meant.count,
            zip(read, meant).allSatisfy({ $0.org.isSameText(as: $1.org) && $0.secret.matches($1.secret) })
        else { throw JSONError(.internal, "an edit did not read back as expected", at: 0, in: []) }
        return payload
    }
}

extension KeyringPayload.RepoToken {
    fileprivate var orgBytes: [UInt8]? { org.map { Array($0.utf8) } }
}

extension Secret {
    fileprivate var json: JSONValue { withRevealed { .string($0) } }
}
