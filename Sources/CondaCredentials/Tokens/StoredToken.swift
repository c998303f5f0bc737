package import SecureFileStore

/// A token with everything that is known about it, safe to show but for `secret`.
package struct StoredToken: Sendable {
    package let store: StoreName
    package let address: TokenAddress
    package let secret: Secret
    /// End of an API key's life in seconds since 1970, read from the JSON Web Token and not verified.
    package let expires: Int?
    /// The file it stands in.
    package let path: String
    package let mode: FileMode?
    /// The entry's domain as the file has it, where that is a legacy one that reads as `address.domain`.
    package let legacyDomain: String?

    package init(
        store: StoreName, address: TokenAddress, secret: Secret, expires: Int? = nil, path: String,
        mode: FileMode? = nil, legacyDomain: String? = nil
    ) {
        self.store = store
        self.address = address
        self.secret = secret
        self.expires = expires
        self.path = path
        self.mode = mode
        self.legacyDomain = legacyDomain
    }

    package var kind: TokenKind { address.kind }
    package var domain: String? { address.domain }
    package var org: String? { address.org }
    package var url: String? { address.url }
    package var redacted: String { secret.redacted }
    /// The file to show: a password or token of the URL in its name is redacted.
    package var shownPath: String { CondaTokenFile.shown(path: path) }
}
