import LosslessJSON

/// An entry of the keyring as anaconda-auth takes it: with the types that it insists on.
struct KeyringRecord: Sendable {
    let apiKey: Secret?
    let repoTokens: [KeyringPayload.RepoToken]
}

extension KeyringRecord {
    /// - Parameter isRewritten: whether it is one of a former domain, whose `domain` and `version` are not looked at.
    init(entry: String, isRewritten: Bool = false) throws(KeyringPayload.Refusal) {
        func refusal(_ reason: String) -> KeyringPayload.Refusal { .init(field: nil, reason: reason) }
        guard entry.utf8.allSatisfy({ $0 < 0x80 }), let bytes = try? Base64.decodeAsPython(entry) else {
            throw refusal("the entry is no base64")
        }
        guard let document = try? JSONDocument(bytes) else { throw refusal("the entry holds no JSON") }
        guard document.root.members != nil else { throw refusal("the entry holds no JSON object") }
        let payload = KeyringPayload(document)
        let passedOver: [String?] = isRewritten ? ["domain", "version"] : []
        if let refusal = payload.refusals.first(where: { !passedOver.contains($0.field) }) { throw refusal }
        apiKey = payload.apiKey
        repoTokens = payload.repoTokens
    }
}
