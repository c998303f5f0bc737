import LosslessJSON

/// How a client of conda's channels writes its file of credentials: one JSON object with an entry for each host.
package struct ClientFormat: Sendable {
    /// What an entry holds.
    package enum Credential: Sendable {
        case token(Secret, TokenKind)
        /// What this program does nothing with, such as a password.
        case password
        /// Nothing that the client reads.
        case other
    }

    package let name: StoreName
    /// Who uses the file, for help: a noun phrase.
    package let user: String
    /// Programs by whose names people know the file.
    package let otherNames: [String]
    /// The environment variable that moves the file.
    package var variable: String? = nil
    /// Where the file is.
    package let place: @Sendable (StoreSite) -> TokenPlaces.Place
    /// The name of the entry in which the client looks for a URL's token; nil for what is no URL.
    package let key: @Sendable (_ url: String, TokenKind) -> String?
    /// Which of the entries that are there the client would take for a URL rather than that one.
    package let keyInUse: @Sendable (_ url: String, TokenKind, _ present: [String]) -> String?
    /// What an entry of the client holds, for sentences.
    let dueContent: String
    let entry: @Sendable (Secret, TokenKind) -> JSONValue
    let credential: @Sendable (JSONNode) -> Credential
}

extension StoreKind {
    init(client format: ClientFormat) {
        self.init(
            name: format.name, role: .copy, addressing: .host, user: format.user, otherNames: format.otherNames,
            variable: format.variable, doubt: { $0.doubt(about: format.place($0)) },
            placed: format.place,
            store: { site in
                let place = format.place(site)
                return ClientStore(
                    format: format, path: place.path, directoryRemedy: place.directoryRemedy("credentials.json"),
                    files: site.files)
            })
    }
}
