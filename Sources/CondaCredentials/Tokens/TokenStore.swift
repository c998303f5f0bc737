/// A place that holds tokens; everything that migrates or reports sees stores through this alone.
///
/// Every call reads the disk anew. A write is whole or not at all, and flushed when it returns.
package protocol TokenStore: Sendable {
    var name: StoreName { get }

    /// The keyring's file, or the directory of conda-token files.
    var path: String { get }

    /// All tokens, and what is wrong with the store.
    ///
    /// - Throws: where the store is there but cannot be read or parsed at all.
    func contents() throws(CredentialError) -> StoreContents

    /// Stores tokens, in a keyring all of them or none; the same token again changes nothing.
    ///
    /// - Parameter writing: false to find out what would change and write nothing.
    /// - Throws: `.conflict`, with nothing written, where another token stands that may not be replaced.
    func set(_ tokens: [TokenAssignment], writing: Bool) throws(CredentialError) -> StoreChange

    /// Removes one token; one that is not there changes nothing.
    ///
    /// - Parameter expected: where given, a store that holds another token by now is left alone and `.conflict` thrown.
    func remove(_ address: TokenAddress, ifMatching expected: Secret?, writing: Bool) throws(CredentialError)
        -> StoreChange
}

extension TokenStore {
    /// Stores one token, replacing another at that address.
    @discardableResult
    package func set(
        _ secret: Secret, at address: TokenAddress, writing: Bool = true
    ) throws(CredentialError) -> StoreChange {
        try set([TokenAssignment(secret: secret, address: address, mayReplace: true)], writing: writing)
    }

    @discardableResult
    package func remove(
        _ address: TokenAddress, ifMatching expected: Secret? = nil
    ) throws(CredentialError) -> StoreChange {
        try remove(address, ifMatching: expected, writing: true)
    }

    /// The token at an address, or nil.
    package func token(at address: TokenAddress) throws(CredentialError) -> StoredToken? {
        try contents().tokens.first { $0.address == address }
    }
}

/// A token and where it goes.
package struct TokenAssignment: Sendable {
    package let secret: Secret
    package let address: TokenAddress
    /// Whether another token that stands there goes.
    package let mayReplace: Bool

    package init(secret: Secret, address: TokenAddress, mayReplace: Bool) {
        self.secret = secret
        self.address = address
        self.mayReplace = mayReplace
    }
}

/// What a store holds.
package struct StoreContents: Sendable {
    package var tokens: [StoredToken]
    package var problems: [StoreProblem]

    package init(tokens: [StoredToken] = [], problems: [StoreProblem] = []) {
        self.tokens = tokens
        self.problems = problems
    }
}
