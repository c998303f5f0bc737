/// A sort of store: what a program must know of it before it is opened.
package struct StoreKind: Sendable {
    /// What a store does for its user.
    package enum Role: Sendable {
        /// Holds conda's own tokens: read by every command, and a source and destination of migrations.
        case own
        /// Holds another client's copy: written where a command says so.
        case copy
    }

    package let name: StoreName
    package let role: Role
    package let addressing: Addressing
    /// Who uses it, for help: a noun phrase.
    package let user: String
    /// Whether only its name opens it where one token is asked for: it takes another program, and may ask a person.
    package var isByNameOnly = false
    /// Whether there is such a store to be looked at where nobody asks for it.
    var isPresent: @Sendable (StoreSite) -> Bool = { _ in true }
    /// Why the place is not known for certain; nil where it is.
    var doubt: @Sendable (StoreSite) -> CredentialError? = { _ in nil }
    let make: @Sendable (StoreSite) -> any TokenStore

    /// Every sort of store there is, in the order of reports.
    package static let all: [StoreKind] =
        [.keyring, .condaToken, .system, .anacondaClient] + ClientFormat.all.map { StoreKind(client: $0) }

    package static let own = all.filter { $0.role == .own }
    package static let copies = all.filter { $0.role == .copy }

    package static func named(_ name: String) -> StoreKind? { all.first { $0.name.rawValue == name } }

    /// The store at a site, to be looked at even where its place is in doubt.
    package func store(at site: StoreSite) -> any TokenStore { make(site) }

    /// The store at a site.
    ///
    /// - Throws: where a file of settings is damaged that could have put it elsewhere.
    package func certainStore(at site: StoreSite) throws(CredentialError) -> any TokenStore {
        if let doubt = doubt(site) { throw doubt }
        if name == .keyring { try site.requireTrustedKeyring() }
        return make(site)
    }
}
