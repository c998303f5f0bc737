extension Secret {
    /// Refuses what no client could send as a token, before it is stored.
    func requirePlainToken(for path: String) throws(CredentialError) {
        if isPlainToken { return }
        let what = isEmpty ? "is empty" : "has a blank, a control character or one outside ASCII"
        throw CredentialError(.invalid, "the token \(what)", path: path, hint: "nothing was stored")
    }
}
