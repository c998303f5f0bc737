package import CondaCredentials
import CondaURL

/// Puts a new token wherever the present one stands, in every store and every other client's.
///
/// Stores are written one after the other, each whole or not at all; what fails does not keep the others from it. The
/// places by which the present token was chosen come last. Where only places failed that nobody could find the present
/// token by, they keep it, so that the next run finds what is left.
package struct Rotation: Sendable {
    /// A place that was not written, or a store that could not be looked through.
    package struct Failed: Sendable {
        package let store: StoreName
        package let path: String
        /// Nil for a whole store.
        package let token: StoredToken?
        package let error: CredentialError

        package var shownPath: String { token?.shownPath ?? path }
    }

    /// What a rotation did, or would do.
    package struct Outcome: Sendable {
        package fileprivate(set) var changes: [StoreChange] = []
        package fileprivate(set) var replaced: [StoredToken] = []
        package fileprivate(set) var failed: [Failed]
    }

    /// A store's part of it.
    private struct Part {
        let reading: StoreReading
        let tokens: [StoredToken]
        let edits: [TokenEdit]
        let isAnchor: Bool
    }

    private let parts: [Part]
    private let unread: [Failed]

    /// Reads nothing more.
    ///
    /// - Parameters:
    ///   - read: every store that could be read, in the order of reports.
    ///   - unread: those that could not.
    ///   - isChosen: whether a token is where the user said that the present one stands.
    package init(
        from present: Secret, to new: Secret, read: [StoreReading],
        unread: [(store: any TokenStore, error: CredentialError)], isChosen: (StoredToken) -> Bool
    ) {
        let parts = read.compactMap { reading -> Part? in
            let tokens = reading.contents.tokens.filter { $0.secret.matches(present) }
            guard !tokens.isEmpty else { return nil }
            let edits = tokens.map { TokenEdit($0.address, .set(new, replacing: .only(present))) }
            return Part(reading: reading, tokens: tokens, edits: edits, isAnchor: tokens.contains { isChosen($0) })
        }
        self.parts = parts.filter { !$0.isAnchor } + parts.filter(\.isAnchor)
        self.unread = unread.map { Failed(store: $0.store.name, path: $0.store.path, token: nil, error: $0.error) }
    }

    package func rehearse() -> Outcome { perform(isRehearsal: true) }

    package func execute() -> Outcome { perform(isRehearsal: false) }

    private func perform(isRehearsal: Bool) -> Outcome {
        var outcome = Outcome(failed: unread)
        // Whether a place that failed is one by which the present token is found again.
        var isFoundAgain = false
        for part in parts {
            let isKept = part.isAnchor && !outcome.failed.isEmpty && !isFoundAgain
            let results: [Result<TokenEdit.Effect, CredentialError>]
            do throws(CredentialError) {
                guard !isKept else {
                    throw CredentialError(
                        .io, "it keeps the present token until the others have the new one",
                        path: part.reading.store.path, hint: "mend what failed, and run this again")
                }
                let written = try part.reading.apply(part.edits, isRehearsal: isRehearsal)
                outcome.changes += written.changes
                results = written.results
            } catch {
                results = part.tokens.map { _ in .failure(error) }
            }
            for (token, result) in zip(part.tokens, results) {
                switch result {
                case .success(.none): break
                case .success: outcome.replaced.append(token)
                case .failure(let error):
                    isFoundAgain = isFoundAgain || part.isAnchor && !isKept
                    outcome.failed.append(
                        Failed(store: part.reading.store.name, path: token.path, token: token, error: error))
                }
            }
        }
        return outcome
    }
}

extension Rotation {
    /// Whether what a rotation left where it failed looks like this: the present token stands only in places whose use
    /// is that of a place which has the new one already, and which is not written together with it.
    ///
    /// - Parameter site: whose tokens have a place in a keyring and in a conda-token file.
    package static func isLeftover(_ present: [StoredToken], besides written: [StoredToken], site: RepoSite) -> Bool {
        present.allSatisfy { left in
            written.contains { right in
                left.address == right.address
                    || left.store != right.store && (serves(left, right, site) || serves(right, left, site))
            }
        }
    }

    /// Whether the place of a keyring and that of a file are for the same channels.
    private static func serves(_ token: StoredToken, _ file: StoredToken, _ site: RepoSite) -> Bool {
        guard let domain = token.domain, let url = file.url else { return false }
        guard domain.utf8.elementsEqual(AnacondaDomains.main.utf8) else { return ChannelURL(url)?.host == domain }
        return site.match(url).map { $0.org == nil || token.org == nil || $0.org == token.org } ?? false
    }
}
