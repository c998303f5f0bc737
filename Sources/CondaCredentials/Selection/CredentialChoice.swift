/// The credential that conda would send to a channel, and how that was decided.
package struct CredentialChoice: Sendable {
    /// What decided; the raw values are part of the command line's contract.
    package enum Rule: String, Sendable {
        /// The channel's URL holds a token or a password itself.
        case url
        /// `ANACONDA_AUTH_API_KEY`.
        case environmentAPIKey = "environment-api-key"
        /// The API key of the keyring's entry.
        case keyringAPIKey = "keyring-api-key"
        /// The repo token of the organization in the URL.
        case keyringOrganization = "keyring-organization"
        /// The first repo token of the keyring's entry.
        case keyringFirst = "keyring-first"
        /// A conda-token file of the same host, found by the handler.
        case condaTokenHost = "conda-token-host"
        /// A conda-token file whose URL the channel's begins with, put into the URL by conda.
        case condaTokenPrefix = "conda-token-prefix"
        /// Another handler than anaconda-auth decides, about which nothing is known here.
        case otherHandler = "other-handler"
        case none

        /// For people.
        package var text: String {
            switch self {
            case .url: "the channel's URL holds it"
            case .environmentAPIKey: "the API key in the environment goes before everything else"
            case .keyringAPIKey: "the API key of the keyring's entry for the host"
            case .keyringOrganization: "the keyring's token of the organization in the URL"
            case .keyringFirst:
                "the first repo token of the keyring's entry: the URL names no organization that has one"
            case .condaTokenHost: "the first conda-token file of the same host"
            case .condaTokenPrefix: "conda puts the token of a URL that the channel's begins with into it"
            case .otherHandler: "another authentication handler decides"
            case .none: "nothing that counts for this channel was found"
            }
        }
    }

    /// How the credential travels.
    package enum Transport: String, Sendable {
        case bearer = "Authorization: Bearer"
        case token = "Authorization: token"
        case path = "/t/TOKEN/ in the URL"
        case basic = "user and password in the URL"
    }

    package struct Credential: Sendable {
        package let secret: Secret
        package let kind: TokenKind?
        package let transport: Transport
        /// Where it was found: a path, a variable.
        package let place: String
        /// As it stands in a store.
        package let stored: StoredToken?
    }

    /// A place that was looked at, and what it gave.
    package struct Considered: Sendable, Equatable {
        package let place: String
        package let result: String
    }

    package let url: String
    package let credential: Credential?
    package let rule: Rule
    /// In the order of looking.
    package let considered: [Considered]
}
