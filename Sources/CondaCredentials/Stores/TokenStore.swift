/// A place that holds tokens; everything that reports, migrates, copies, rotates or removes sees stores through this alone.
///
/// The way into this module: each folder named after a store has one behind this protocol, `StoreSite` opens them where
/// `TokenPlaces` says that they are (`Places`), and `CredentialSelection` tells which token conda would send (`Selection`).
///
/// To add a store: one type that conforms, with a `StoreKind` beside it, and that kind's line in `StoreKind.all`.
package protocol TokenStore: Sendable {
    var name: StoreName { get }

    /// The file or directory; for a service, what it is called.
    var path: String { get }

    var addressing: Addressing { get }

    /// Whether what is whole of a damaged one can be saved (`doctor --fix`).
    var isRecoverable: Bool { get }

    /// Reads the whole store once.
    ///
    /// - Throws: where it is there but cannot be read or parsed at all.
    func read() throws(CredentialError) -> StoreReading

    /// Makes edits: all those of one file in one write, which happens whole or not at all.
    ///
    /// - Returns: what became of each edit. Where some were made and others not, the results say which.
    /// - Throws: where nothing was changed: `.conflict` for a token that may not be replaced or removed, and errors of the disk.
    func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome

    /// Waits until what stands at these addresses would survive a power failure, whoever wrote it.
    ///
    /// - Throws: where it may not; then no other copy of these tokens may be removed.
    func flush(_ addresses: [TokenAddress]) throws(CredentialError)

    /// Does the one safe mend of a problem of its contents that is fixable, but for modes.
    ///
    /// - Parameter isRehearsal: true to find out what would change and write nothing.
    /// - Returns: nil where there is nothing to mend.
    func mend(_ problem: StoreProblem, isRehearsal: Bool) throws(CredentialError) -> StoreMend?

    /// What mends have kept beside it: damaged stores, which may hold tokens and go only whole.
    func kept() throws(CredentialError) -> [any TokenStore]

    /// What is wrong with files in it or beside it that hold tokens, or are called as if they did, and that its client does
    /// not read. Every store is asked, also one that cannot be read.
    ///
    /// - Parameter known: the tokens of every store.
    func strays(_ known: [StoredToken]) -> [StoreProblem]

    /// Files and directories that none but the user is to own, the store's and those around and in it; none for a service.
    var guardedPaths: [String] { get }

    /// Removes what killed processes of this toolkit left in the store.
    ///
    /// - Returns: a warning where what they wrote may not survive a power failure.
    func cleanUp() -> String?

    /// Where a token of that use belongs, so that the store's client finds it.
    ///
    /// - Throws: `.usage` where the store has no place for it.
    func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress

    /// Why the store's client would not find a token at an address, where another place goes before it; nil for nothing.
    func obstacle(to secret: Secret, at address: TokenAddress) throws(CredentialError) -> CredentialError?
}

extension [any TokenStore] {
    /// Reads each store once; one that cannot be read does not keep the others from it.
    package func readings() -> (read: [StoreReading], unread: [(store: any TokenStore, error: CredentialError)]) {
        reduce(into: ([], [])) { all, store in
            do throws(CredentialError) { all.0.append(try store.read()) } catch { all.1.append((store, error)) }
        }
    }
}

extension TokenStore {
    package var isRecoverable: Bool { false }

    package func mend(_ problem: StoreProblem, isRehearsal: Bool) throws(CredentialError) -> StoreMend? { nil }

    package func kept() throws(CredentialError) -> [any TokenStore] { [] }

    package func strays(_ known: [StoredToken]) -> [StoreProblem] { [] }

    /// By its domain, as the keyring and what is kept like it do.
    package func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress {
        use.kind == .apiKey ? .apiKey(domain: use.domain) : .repoToken(domain: use.domain, org: use.org)
    }

    package var guardedPaths: [String] { [] }

    package func cleanUp() -> String? { nil }

    package func obstacle(to secret: Secret, at address: TokenAddress) throws(CredentialError) -> CredentialError? {
        nil
    }

    /// All tokens, and what is wrong with the store.
    package func contents() throws(CredentialError) -> StoreContents { try read().contents }

    /// - Parameter isRehearsal: true to find out what would change and write nothing.
    package func apply(_ edits: [TokenEdit], isRehearsal: Bool) throws(CredentialError) -> StoreOutcome {
        try isRehearsal ? read().rehearse(edits) : apply(edits)
    }

    /// The token at an address, or nil.
    package func token(at address: TokenAddress) throws(CredentialError) -> StoredToken? {
        try contents().tokens.first { $0.address == address }
    }
}

/// What a store holds.
package struct StoreContents: Sendable {
    package var tokens: [StoredToken] = []
    package var problems: [StoreProblem] = []
    /// Names of entries that hold something else than a token, such as a password.
    package var otherKeys: [String] = []
}
