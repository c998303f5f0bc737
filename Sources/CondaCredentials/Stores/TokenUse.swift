/// What a token is used for, whatever store it comes from: what a store makes its own address of.
package struct TokenUse: Sendable {
    package let kind: TokenKind
    /// Whose channels it opens.
    package let url: String
    package let domain: String
    /// Nil for a token of every organization.
    package let org: String?

    package init(kind: TokenKind, url: String, domain: String, org: String? = nil) {
        self.kind = kind
        self.url = url
        self.domain = domain
        self.org = org
    }
}
