extension [TokenEdit] {
    /// Refuses what no client could send as a token, before it is stored.
    func requirePlainTokens(for path: String) throws(CredentialError) {
        for case .set(let secret, _) in map(\.action) where !secret.isPlainToken {
            let what = secret.isEmpty ? "is empty" : "has a blank, a control character or one outside ASCII"
            throw CredentialError(.invalid, "the token \(what)", path: path, hint: "nothing was stored")
        }
    }
}
