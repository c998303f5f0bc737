/// Something wrong with a store that does not stop it from being read.
public struct StoreProblem: Sendable, Equatable {
    /// The words of the problem in JSON.
    public enum Code: String, Sendable, CaseIterable {
        /// The whole file cannot be parsed.
        case damagedFile = "damaged-file"
        /// Another client's file cannot be parsed.
        case damagedClientFile = "client-damaged"
        /// One entry's payload cannot be decoded.
        case damagedEntry = "damaged-entry"
        /// One entry decodes, but anaconda-auth would not take it.
        case invalidEntry = "invalid-entry"
        /// The payload reads only because readers skip what is not base64.
        case looseBase64 = "loose-base64"
        case byteOrderMark = "byte-order-mark"
        case duplicateEntry = "duplicate-entry"
        case legacyDomain = "legacy-domain"
        /// Entries under a service whose name is nearly anaconda-auth's.
        case serviceName = "service-name"
        /// An entry under a URL in place of its domain.
        case domainName = "domain-name"
        /// A repo token whose organization stands in another field than the one that is read.
        case fieldName = "field-name"
        /// An entry of another client's file that the client does not find, or cannot read.
        case clientEntry = "client-entry"
        /// Others may read the file or the directory.
        case mode
        /// A conda-token file with blanks or a newline around the token, which conda sends along.
        case strayBlank = "stray-blank"
        case emptyToken = "empty-token"
        case invalidToken = "invalid-token"
        /// A conda-token file whose name is not what conda would make of a URL.
        case fileName = "file-name"
        /// A conda-token file whose name is nothing but the ending, which stands for every URL.
        case emptyName = "empty-name"
        /// A token in a file of the conda-token directory that conda does not read.
        case strayToken = "stray-token"
        case unreadable
        /// Both stores hold a token for the same site, and not the same one.
        case storesDiffer = "stores-differ"
    }

    /// What is wrong, as a word that stays the same.
    public let code: Code
    package let path: String
    /// Names the place, never a secret.
    public let message: String
    /// Whether there is one safe mend.
    package let isFixable: Bool
    /// The keyring entry concerned.
    package let domain: String?
    /// The URL whose token the file is for.
    package let url: String?
    /// Whose problem it is, in a report of several stores.
    package var store: StoreName?
    /// From 1.
    package let line: Int?
    package let column: Int?
    /// What to do about it; where there is a choice, commands of which each mends it.
    package let remedy: String?
    /// Whether a token stands there, or may, that is none of the store's tokens: removing those leaves it.
    package let hidesToken: Bool
    /// Whether nothing is lost where nobody does anything about it.
    package let isNote: Bool

    /// The path to show: a password or token of the URL in its name is redacted.
    public var shownPath: String { TokenPlaces.shown(path: path) }

    package init(
        _ code: Code, path: String, message: String, isFixable: Bool = false, domain: String? = nil, url: String? = nil,
        line: Int? = nil, column: Int? = nil, remedy: String? = nil, hidesToken: Bool? = nil, isNote: Bool = false
    ) {
        self.code = code
        self.path = path
        self.message = message
        self.isFixable = isFixable
        self.domain = domain
        self.url = url
        self.line = line
        self.column = column
        self.remedy = remedy
        self.hidesToken = hidesToken ?? code.hidesToken
        self.isNote = isNote
    }
}

extension StoreProblem.Code {
    /// Whether it does wherever it comes up.
    fileprivate var hidesToken: Bool {
        switch self {
        case .unreadable, .damagedEntry, .invalidToken, .serviceName, .emptyName, .strayToken: true
        default: false
        }
    }
}
