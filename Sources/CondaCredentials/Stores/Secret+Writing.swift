extension [TokenEdit] {
    /// Refuses what no client could send as a token, before it is stored.
    func requirePlainTokens(for path: String) throws(CredentialError) {
        for case .set(let secret, _) in map(\.action) { try secret.requirePlainToken(for: path) }
    }
}

extension Secret {
    fileprivate func requirePlainToken(for path: String) throws(CredentialError) {
        if isPlainToken { return }
        let what = isEmpty ? "is empty" : "has a blank, a control character or one outside ASCII"
        throw CredentialError(.invalid, "the token \(what)", path: path, hint: "nothing was stored")
    }
}
