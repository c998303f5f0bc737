/// The credential that conda would send to a channel, and how that was decided.
package struct CredentialChoice: Sendable {
    /// What decided; the raw values are part of the command line's contract.
    package enum Rule: String, Sendable {
        /// The URL holds a token or a password, itself or by the alias or custom channel that it lies under.
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
        /// User and password of a netrc file.
        case netrc
        /// Another handler than anaconda-auth decides, about which nothing is known here.
        case otherHandler = "other-handler"
        /// An error in which the handler sends nothing.
        case handlerFailed = "handler-failed"
        /// conda stops before it asks for anything.
        case aborted
        case none

        /// For people.
        package var text: String {
            switch self {
            case .url: "the channel's URL holds it"
            case .environmentAPIKey: "the API key in the environment goes before everything else"
            case .keyringAPIKey: "the API key of the keyring's entry for the host"
            case .keyringOrganization: "the keyring's token of the organization in the URL"
            case .keyringFirst: "the keyring's first token, as none is of the organization in the URL"
            case .condaTokenHost: "the first conda-token file of the same host"
            case .condaTokenPrefix: "the first conda-token file whose URL is the start of the channel's"
            case .netrc: "user and password of the host in the netrc file"
            case .otherHandler: "another authentication handler decides, which is not known here"
            case .handlerFailed: "anaconda-auth meets an error and sends nothing"
            case .aborted: "conda stops before it asks for the channel"
            case .none: "no rule applies"
            }
        }
    }

    /// How a credential goes out.
    package enum Transport: String, Sendable {
        case bearer = "Authorization: Bearer"
        case token = "Authorization: token"
        case basic = "Authorization: Basic"
        case path = "/t/TOKEN/ in the URL"

        /// The scheme of the header; nil for the URL.
        package var scheme: String? {
            switch self {
            case .bearer: "Bearer"
            case .token: "token"
            case .basic: "Basic"
            case .path: nil
            }
        }
    }

    package struct Credential: Sendable {
        package let secret: Secret
        package let kind: TokenKind?
        package var transport: Transport
        /// The file, variable or setting that it comes from; a secret in a file's name is redacted.
        package let place: String
        /// Line in that file, from 1, where it has one of its own.
        package var line: Int?
        /// The store that holds it; nil for a variable, a URL or a netrc file.
        package var store: StoreName?
        package var domain: String?
        package var org: String?
        /// The URL in the file's name, to show.
        package var url: String?
        package var user: String?

        /// End of an API key's life in seconds since 1970, not verified.
        package var expires: Int? { kind == .apiKey ? JSONWebToken.expiry(of: secret) : nil }
    }

    /// The handler that conda gives the request to.
    package struct Handler: Sendable {
        package let name: String
        /// The file and line of the setting that names it.
        package let source: String
        /// Where it looks in the keyring, and for what, so far as it comes to that.
        package var domain: String?
        package var kind: TokenKind?
    }

    /// One place that was looked at, in the order of looking.
    package struct Considered: Sendable, Equatable {
        package let place: String
        package let result: String
    }

    /// Without secrets.
    package let url: String
    package let canonicalName: String
    package let rule: Rule
    package let credential: Credential?
    /// A second one that goes out with it.
    package private(set) var also: Credential?
    /// What is sent after the answer 401 or 403.
    package private(set) var retry: Credential?
    /// Why conda stops without asking.
    package private(set) var aborts: String?
    package private(set) var handler: Handler?
    package let client: AuthClient
    package let considered: [Considered]

    /// The answer where conda stops before it makes a request of the channel.
    package static func aborted(_ channel: String, _ reason: String, client: AuthClient) -> CredentialChoice {
        CredentialChoice(
            url: channel, canonicalName: channel, rule: .aborted, credential: nil, aborts: reason, client: client,
            considered: [])
    }
}

extension CredentialChoice {
    /// All that goes out to the channel, at once or after a refusal.
    package var sent: [Credential] { [credential, also, retry].compactMap { $0 } }

    /// Whether a server sees the same.
    package func sendsSame(as other: CredentialChoice) -> Bool {
        func isSame(_ one: Credential?, _ another: Credential?) -> Bool {
            (one?.secret).matches(another?.secret) && one?.transport == another?.transport && one?.user == another?.user
        }
        return (aborts == nil) == (other.aborts == nil) && isSame(credential, other.credential)
            && isSame(also, other.also) && isSame(retry, other.retry)
    }
}

extension CredentialChoice.Credential {
    /// Why the program that conda sends with refuses a header that holds it, and conda stops; nil if it does not.
    ///
    /// - Source: CPython's `http.client.HTTPConnection.putheader`
    var headerRefusal: String? {
        guard transport.scheme != nil, transport != .basic else { return nil }
        return secret.withRevealed { text in
            if text.unicodeScalars.contains(where: { $0.value > 0xFF }) {
                return "holds a character that no header can hold"
            }
            let bytes = Array(text.utf8)
            for (index, byte) in bytes.enumerated() {
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                let isFolded = next == 0x20 || next == 0x09
                if byte == 0x0A && !isFolded { return "holds a line break, which no header can hold" }
                if byte == 0x0D && !isFolded && next != 0x0A { return "holds a line break, which no header can hold" }
            }
            return nil
        }
    }
}
