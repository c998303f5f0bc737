/// The anaconda-auth whose rules are followed, and what told its version.
package struct AuthClient: Sendable, Equatable {
    /// The newest version whose rules are known here.
    package static let newest = "0.15.3"

    /// Nil: there is none.
    package let version: String?
    /// Whether nobody told: there is no base installation to look into.
    package let isAssumed: Bool
    /// The option or file that told.
    package let source: String?

    package init(version: String?, isAssumed: Bool = false, source: String? = nil) {
        self.version = version
        self.isAssumed = isAssumed
        self.source = source
    }

    package static let assumed = AuthClient(version: newest, isAssumed: true)

    /// How that version goes about it; nil where it gives conda no handler.
    package var rules: AuthRules? {
        guard let version else { return nil }
        // A version that cannot be read is taken for the newest, as an unknown later one is.
        let release = ReleaseVersion(version) ?? ReleaseVersion(0, 15, 3)
        return release < ReleaseVersion(0, 8) ? nil : AuthRules(version: release)
    }
}
