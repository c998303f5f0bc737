/// What options and JSON call a store; each store gives itself one.
package struct StoreName: Hashable, Sendable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// anaconda-auth's file.
    package static let keyring = StoreName(rawValue: "keyring")
    /// conda-token's directory.
    package static let condaToken = StoreName(rawValue: "conda-token")
}
