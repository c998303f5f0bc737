/// Why a text was not read, or an edit not made; nothing was changed.
package struct YAMLError: Error, Hashable, Sendable {
    /// What kind of error it is, apart from its words.
    package enum Code: String, Hashable, Sendable {
        /// The text is not YAML.
        case syntax
        /// YAML, but of a kind this module does not read: another encoding, several documents, too large, too deep.
        case unsupported
        /// The edit would also change what it was not asked to change.
        case refused
        /// There is no node at the path.
        case notFound
        /// The edited text did not pass verification: a defect of this module.
        case `internal`
    }

    package var code: Code
    /// Lower case, without a full stop.
    package var message: String
    package var location: SourceLocation?
    /// What to do about it.
    package var hint: String?

    package init(_ code: Code, _ message: String, at location: SourceLocation? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
    }
}
