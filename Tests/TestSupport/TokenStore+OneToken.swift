package import CondaCredentials

extension TokenStore {
    /// Stores one token, replacing another at that address.
    @discardableResult
    package func set(
        _ secret: Secret, at address: TokenAddress, isRehearsal: Bool = false
    ) throws(CredentialError) -> StoreOutcome {
        let outcome = try apply([TokenEdit(address, .set(secret, replacing: .any))], isRehearsal: isRehearsal)
        try outcome.requireSuccess()
        return outcome
    }

    @discardableResult
    package func remove(
        _ address: TokenAddress, ifMatching expected: Secret? = nil
    ) throws(CredentialError) -> StoreOutcome {
        let outcome = try apply([TokenEdit(address, .remove(ifMatching: expected))])
        try outcome.requireSuccess()
        return outcome
    }
}
