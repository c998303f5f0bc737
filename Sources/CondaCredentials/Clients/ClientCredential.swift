/// A credential in another client's file.
package struct ClientCredential: Sendable {
    package enum Kind: String, Sendable {
        case condaToken = "CondaToken"
        case bearerToken = "BearerToken"
        case password
        /// Something this program does not know.
        case other
    }

    package let client: OtherClient
    /// Host, with port and path where the client has them.
    package let key: String
    package let kind: Kind
    /// A token or a password; nil for an entry of another kind.
    package let secret: Secret?
    package let path: String

    /// The kind of token that conda's own stores could take, or nil.
    package var tokenKind: TokenKind? {
        switch kind {
        case .condaToken: .repoToken
        case .bearerToken: .apiKey
        case .password, .other: nil
        }
    }
}
