import CommandLineKit
import CondaCredentials

/// What a shell offers for the options that choose a token: names that stored tokens have, never a part of a token.
struct StoredNames {
    private let tokens: [StoredToken]

    /// Of the stores that are files; the operating system's keyring may ask for a password, and is not asked.
    init(_ invocation: Invocation) {
        guard let session = try? ToolSession(invocation) else {
            tokens = []
            return
        }
        tokens = StoreKind.unnamed.flatMap {
            (try? $0.store(session.stores).contents().tokens) ?? []
        }
    }

    var organizations: [Candidate] {
        tokens.compactMap { token in token.org.map { Candidate($0, token.subject) } }
    }

    var domains: [Candidate] { tokens.compactMap { token in token.domain.map { Candidate($0) } } }

    var urls: [Candidate] { tokens.compactMap { token in token.address.shownURL.map { Candidate($0) } } }

    /// Stores with commas between them, as `sync --to` takes them.
    ///
    /// - Parameter typed: what stands there already.
    static func copies(_ typed: String) -> [Candidate] {
        let parts = typed.split(separator: ",", omittingEmptySubsequences: false).dropLast().map(String.init)
        let lead = parts.map { $0 + "," }.joined()
        return StoreKind.copies.filter { !parts.contains($0.name.rawValue) }.map {
            Candidate(lead + $0.name.rawValue, "for \($0.user)")
        }
    }
}
