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
        var draft = KeyringDraft(self)
        var effects: [TokenEdit.Effect] = []
        effects.reserveCapacity(edits.count)
        for edit in edits { effects.append(try draft.apply(edit, path: path)) }
        if effects.allSatisfy({ $0 == .none }) { return (nil, effects) }
        do throws(JSONError) {
            let payload = try draft.written(to: self)
            guard draft.agrees(with: payload) else {
                throw JSONError(.internal, "an edit did not read back as expected", at: 0, in: [])
            }
            return (payload, effects)
        } catch { throw CredentialError(editingKeyring: error, path: path) }
    }
}

/// One entry's tokens while edits are made: which stay, which are replaced, and which are new.
private struct KeyringDraft {
    private typealias Token = KeyringPayload.RepoToken

    private var tokens: [Token]
    private var removed: Set<Int> = []
    /// Places in `tokens` of those that are left.
    private var places: [[UInt8]?: [Int]]
    private var apiKey: Secret?
    private var isKeyEdited = false

    init(_ payload: KeyringPayload) {
        apiKey = payload.apiKey
        let tokens = payload.repoTokens
        places = Dictionary(grouping: tokens.indices) { tokens[$0].org.map { Array($0.utf8) } }
        self.tokens = tokens
    }

    mutating func apply(_ edit: TokenEdit, path: String) throws(CredentialError) -> TokenEdit.Effect {
        guard case .repoToken(_, let name) = edit.address else { return try applyToKey(edit, path: path) }
        let org = name.map { Array($0.utf8) }
        let present = places[org] ?? []
        let effect = try edit.effect(on: present.map { tokens[$0].secret }, path: path)
        switch edit.action {
        case _ where effect == .none: break
        case .remove:
            drop(present)
            places[org] = nil
        case .set(let secret, _):
            if let first = present.first {
                tokens[first].secret = secret
                tokens[first].isReplaced = true
                drop(Array(present.dropFirst()))
                places[org] = [first]
            } else {
                places[org] = [tokens.count]
                tokens.append(Token(index: nil, secret: secret, org: name))
            }
        }
        return effect
    }

    private mutating func drop(_ places: [Int]) { removed.formUnion(places) }

    private mutating func applyToKey(_ edit: TokenEdit, path: String) throws(CredentialError) -> TokenEdit.Effect {
        let effect = try edit.effect(on: apiKey.map { [$0] } ?? [], path: path)
        guard effect != .none else { return effect }
        isKeyEdited = true
        apiKey = if case .set(let secret, _) = edit.action { secret } else { nil }
        return effect
    }

    private var left: [Token] { tokens.indices.filter { !removed.contains($0) }.map { tokens[$0] } }

    func written(to payload: KeyringPayload) throws(JSONError) -> KeyringPayload {
        var document = payload.document
        if isKeyEdited {
            if let apiKey {
                document = try document.setting(apiKey.withRevealed { .string($0) }, at: ["api_key"])
            } else if document.root["api_key"] != nil {
                document = try document.removing(["api_key"])
            }
        }
        let elements = document.root["repo_tokens"]?.elements ?? []
        document = try document.replacing(
            left.compactMap { token in
                guard token.isReplaced, let index = token.index, let node = elements[index]["token"] else { return nil }
                return (node, token.secret.withRevealed { .string($0) })
            })
        let gone = Set(removed.compactMap { tokens[$0].index })
        if !gone.isEmpty { document = try document.removingElements(gone, of: ["repo_tokens"]) }
        let new = left.filter { $0.index == nil }.map { token -> JSONValue in
            let secret = JSONValue.Member("token", token.secret.withRevealed { .string($0) })
            return .object([secret] + (token.org.map { [.init("org_name", .string($0))] } ?? []))
        }
        guard !new.isEmpty else { return KeyringPayload(document) }
        if document.root["repo_tokens"] == nil {
            return KeyringPayload(try document.setting(.array(new), at: ["repo_tokens"]))
        }
        return KeyringPayload(try document.appending(new, toArrayAt: ["repo_tokens"]))
    }

    /// Whether a payload holds just what the draft says.
    func agrees(with payload: KeyringPayload) -> Bool {
        let read = payload.repoTokens
        let meant = left
        return payload.apiKey.matches(apiKey) && read.count == meant.count
            && zip(read, meant).allSatisfy { $0.org.isSameText(as: $1.org) && $0.secret.matches($1.secret) }
    }
}
