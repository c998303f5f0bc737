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
    /// Whether only its name opens it where one token is asked for: it takes another program, and may ask a person.
    package let isByNameOnly: Bool
    /// Who uses it, for help: a noun phrase.
    package let user: String
    private let presence: @Sendable (StoreSite) -> Bool
    private let make: @Sendable (StoreSite) -> any TokenStore
    private let objection: @Sendable (StoreSite) -> CredentialError?

    /// - Parameter doubt: why the place is not known for certain, where it is not.
    package init(
        _ name: StoreName, _ role: Role, by addressing: Addressing, user: String, isByNameOnly: Bool = false,
        isPresent: @escaping @Sendable (StoreSite) -> Bool = { _ in true },
        doubt: @escaping @Sendable (StoreSite) -> CredentialError? = { _ in nil },
        make: @escaping @Sendable (StoreSite) -> any TokenStore
    ) {
        self.name = name
        self.role = role
        self.addressing = addressing
        self.isByNameOnly = isByNameOnly
        self.user = user
        self.make = make
        presence = isPresent
        objection = doubt
    }

    /// Every sort of store there is, in the order of reports.
    package static let all: [StoreKind] =
        [.keyring, .condaToken, .system, .anacondaClient] + ClientFormat.all.map { StoreKind(client: $0) }

    package static let own = all.filter { $0.role == .own }
    package static let copies = all.filter { $0.role == .copy }

    package static func named(_ name: String) -> StoreKind? { all.first { $0.name.rawValue == name } }

    /// Whether there is such a store to be looked at where nobody asks for it.
    package func isPresent(at site: StoreSite) -> Bool { presence(site) }

    /// The store at a site, to be looked at even where its place is in doubt.
    package func store(at site: StoreSite) -> any TokenStore { make(site) }

    /// The store at a site.
    ///
    /// - Throws: where a file of settings is damaged that could have put it elsewhere.
    package func certainStore(at site: StoreSite) throws(CredentialError) -> any TokenStore {
        if let objection = objection(site) { throw objection }
        if name == .keyring { try site.requireTrustedKeyring() }
        return make(site)
    }
}
