package import SecureFileStore

/// What a store held when it was read.
package struct StoreReading: Sendable {
    package let store: any TokenStore
    package let contents: StoreContents
    /// As they were read: nobody need open them again.
    package var files: [FileSnapshot] = []
    /// What edits would do, without a file read again; throws as `TokenStore.apply` does.
    package let rehearse: @Sendable ([TokenEdit]) throws(CredentialError) -> StoreOutcome
    /// Throws where the tokens at these addresses are no longer what was read, found out without reading them again.
    package let requireCurrent: @Sendable ([TokenAddress]) throws(CredentialError) -> Void

    /// - Parameter isRehearsal: true to find out what would change and write nothing.
    package func apply(_ edits: [TokenEdit], isRehearsal: Bool) throws(CredentialError) -> StoreOutcome {
        try isRehearsal ? rehearse(edits) : store.apply(edits)
    }
}
