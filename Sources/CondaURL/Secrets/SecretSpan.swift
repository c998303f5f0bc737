/// A part of a text that is a secret.
package struct SecretSpan: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// `/t/TOKEN`
        case token
        /// `user:PASSWORD@`
        case password
        /// `https://TOKEN@host`
        case user = "user name"
        /// `?access_token=SECRET`
        case query = "query value"
        /// A token or JSON web token that stands for itself.
        case bare = "bare token"
        /// `password: SECRET`
        case named = "named secret"
        /// What stands between the lines of a private key in PEM.
        case privateKey = "private key"
    }

    /// What it is a part of.
    package enum Place: Hashable, Sendable {
        /// A URL with `://`, which begins at this UTF-8 byte offset.
        case url(start: Int)
        /// A URL or proxy without a scheme, beginning there.
        case address(start: Int)
        /// A file's path, or nothing.
        case text
    }

    package let kind: Kind
    /// UTF-8 byte offsets, 0-based, half-open.
    package let range: Range<Int>
    package let place: Place
    /// Whether it rather is, or holds, a placeholder: hidden it is, but nothing to be told, stored or taken out.
    package let isDoubtful: Bool

    package init(kind: Kind, range: Range<Int>, place: Place, isDoubtful: Bool = false) {
        self.kind = kind
        self.range = range
        self.place = place
        self.isDoubtful = isDoubtful
    }

    /// Where the URL begins, or the secret itself where it stands in none.
    package var start: Int {
        switch place {
        case .url(let start), .address(let start): start
        case .text: range.lowerBound
        }
    }
}

extension SecretSpan {
    /// What may be shown in its place.
    package func shown(in bytes: [UInt8]) -> String {
        // Where an address without a scheme begins is a guess, and so is where its password does.
        if case .address = place, kind == .password { return "…" }
        return ShownSecret.text(of: bytes[range])
    }
}

extension SecretSpan.Kind {
    /// For sentences, behind an article.
    package var phrase: String {
        switch self {
        case .token, .password, .privateKey: rawValue
        case .user: "token as user name"
        case .query: "secret in the query"
        case .bare: "token"
        case .named: "secret"
        }
    }
}
