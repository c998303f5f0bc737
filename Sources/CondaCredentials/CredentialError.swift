/// Why a store of tokens could not be read or changed.
public struct CredentialError: Error, Sendable, Equatable {
    /// The words of the command line's `error.code`.
    public enum Code: String, Sendable {
        case usage, syntax, invalid, conflict, io, permission, locked, refused
        case notFound = "not-found"
    }

    /// The kind of error, by which a program chooses its exit status.
    public var code: Code
    /// Lower case, without a full stop; names the path, never a secret.
    public var message: String
    /// The file that it is about, if it is about one.
    public var path: String?
    /// From 1.
    public var line: Int?
    /// From 1, in code points.
    public var column: Int?
    /// What to do about it.
    public var hint: String?

    /// The path to show: a password or token of the URL in its name is redacted.
    package var shownPath: String? { path.map { TokenPlaces.shown(path: $0) } }

    package init(
        _ code: Code, _ message: String, path: String? = nil, line: Int? = nil, column: Int? = nil, hint: String? = nil
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
    }

    /// A place holds another token than the caller knows of.
    static func otherToken(at path: String) -> CredentialError {
        CredentialError(.conflict, "another token is stored there, and it stays", path: path)
    }
}
