/// A sort of store: what a program must know of it before it is opened.
package struct StoreKind: Sendable {
    /// What a store does for its user.
    package enum Role: Sendable {
        /// Holds conda's own tokens: read by every command, and a source and destination of migrations. It goes by domain
        /// or by URL, for between these they know the way.
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
    /// Other words by which people know it, such as the names of programs.
    package var otherNames: [String] = []
    /// The environment variable that moves it, where that is for nothing else.
    package var variable: String? = nil
    /// Whether there is such a store to be looked at where nobody asks for it.
    package var isPresent: @Sendable (StoreSite) -> Bool = { _ in true }
    /// Why the place is not known for certain, where it is not.
    package var doubt: @Sendable (StoreSite) -> CredentialError? = { _ in nil }
    /// Where settings put it; nil where none can.
    package var placed: @Sendable (StoreSite) -> TokenPlaces.Place? = { _ in nil }
    /// What keeps its client from a token that is put into it, and what to do about that.
    package var cautions: @Sendable (StoreSite) -> [(message: String, hint: String?)] = { _ in [] }
    /// The store at a site, to be looked at even where its place is in doubt.
    package let store: @Sendable (StoreSite) -> any TokenStore

    /// Every sort of store there is, in the order of reports: a new one is registered here. Of conda's own with the same
    /// addressing the first is the usual one.
    package static let all: [StoreKind] =
        [.keyring, .condaToken, .system, .anacondaClient, StoreKind(client: .mamba), StoreKind(client: .rattler)]

    package static let own = all.filter { $0.role == .own }
    package static let copies = all.filter { $0.role == .copy }
    /// Conda's own that are opened where nobody names one.
    package static let unnamed = own.filter { !$0.isByNameOnly }

    /// Of conda's own stores with that addressing the one that is meant where nobody names one.
    package static func usual(_ addressing: Addressing) -> StoreKind {
        own.first { $0.addressing == addressing } ?? all[0]
    }

    package static func named(_ name: String) -> StoreKind? { all.first { $0.name.rawValue == name } }

    /// Nil for what is no store of its own, such as a directory that an older version uses.
    package static func role(of name: StoreName) -> Role? { all.first { $0.name == name }?.role }

    /// Where it is at a site, and which setting decided that.
    package func place(at site: StoreSite) -> TokenPlaces.Place {
        placed(site) ?? TokenPlaces.Place(store(site).path, .platformDefault)
    }

    /// The store at a site.
    ///
    /// - Throws: where a file of settings is damaged that could have put it elsewhere, or is not to be trusted with it.
    package func certainStore(at site: StoreSite) throws(CredentialError) -> any TokenStore {
        if let doubt = doubt(site) { throw doubt }
        let store = store(site)
        try site.requireTrusted(store.path)
        return store
    }
}
