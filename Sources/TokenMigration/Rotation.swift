package import CondaCredentials

/// Puts a new token wherever the present one stands, in every store and every other client's.
///
/// Stores are written one after the other, each whole or not at all; what fails does not keep the others from it. The
/// place by which the present token was chosen comes last. Where only places failed that nobody could find the present
/// token by, it keeps it, so that the next run finds what is left.
package struct Rotation: Sendable {
    /// One place of the present token.
    package struct Place: Sendable {
        package let store: StoreName
        package let token: StoredToken
    }

    /// A place that was not written, or a store that could not be looked through.
    package struct Failed: Sendable {
        package let store: StoreName
        package let path: String
        /// Nil for a whole store.
        package let token: StoredToken?
        package let error: CredentialError
    }

    /// What a rotation did, or would do.
    package struct Outcome: Sendable {
        package fileprivate(set) var changes: [StoreChange] = []
        package fileprivate(set) var replaced: [Place] = []
        package fileprivate(set) var failed: [Failed]
    }

    /// A store's part of it.
    fileprivate struct Part {
        let store: any TokenStore
        let reading: StoreReading
        let tokens: [StoredToken]
        let edits: [TokenEdit]
        var isAnchor: Bool
    }

    private let parts: [Part]
    private let unread: [Failed]

    /// Reads nothing more.
    ///
    /// - Parameters:
    ///   - present: the token that goes.
    ///   - new: the token that takes its place.
    ///   - read: every store that could be read, in the order of reports.
    ///   - unread: those that could not.
    ///   - isChosen: whether a token is where the user said that the present one stands.
    package init(
        from present: Secret, to new: Secret, read: [(store: any TokenStore, reading: StoreReading)],
        unread: [(store: any TokenStore, error: CredentialError)], isChosen: (StoredToken) -> Bool
    ) {
        let parts = read.compactMap { store, reading -> Part? in
            let tokens = reading.contents.tokens.filter { $0.secret.matches(present) }
            guard !tokens.isEmpty else { return nil }
            let edits = tokens.map { TokenEdit($0.address, .set(new, replacing: .only(present))) }
            return Part(
                store: store, reading: reading, tokens: tokens, edits: edits,
                isAnchor: tokens.contains { isChosen($0) })
        }
        // The last of those that may stand for the choice is kept back; the others are as good as any place.
        let anchor = parts.lastIndex(where: \.isAnchor)
        self.parts = parts.indices.filter { $0 != anchor }.map { parts[$0] } + (anchor.map { [parts[$0]] } ?? [])
        self.unread = unread.map { Failed(store: $0.store.name, path: $0.store.path, token: nil, error: $0.error) }
    }

    package func rehearse() -> Outcome {
        perform { part throws(CredentialError) in try part.reading.rehearse(part.edits) }
    }

    package func execute() -> Outcome {
        perform { part throws(CredentialError) in try part.store.apply(part.edits) }
    }

    private func perform(_ write: (Part) throws(CredentialError) -> StoreOutcome) -> Outcome {
        var outcome = Outcome(failed: unread)
        // Whether a place that failed is one by which the present token is found again.
        var isFoundAgain = false
        for (number, part) in parts.enumerated() {
            guard outcome.failed.isEmpty || isFoundAgain || number < parts.count - 1 || !part.isAnchor else {
                let kept = CredentialError(
                    .io, "it keeps the present token until the others have the new one", path: part.store.path,
                    hint: "mend what failed, and run this again")
                outcome.fail(part, kept)
                continue
            }
            do throws(CredentialError) {
                let written = try write(part)
                outcome.changes += written.changes
                for (index, token) in part.tokens.enumerated() {
                    switch written.results[index] {
                    case .success(.none): break
                    case .success: outcome.replaced.append(Place(store: part.store.name, token: token))
                    case .failure(let error):
                        isFoundAgain = isFoundAgain || part.isAnchor
                        outcome.failed.append(
                            Failed(store: part.store.name, path: token.path, token: token, error: error))
                    }
                }
            } catch {
                isFoundAgain = isFoundAgain || part.isAnchor
                outcome.fail(part, error)
            }
        }
        return outcome
    }
}

extension Rotation.Outcome {
    fileprivate mutating func fail(_ part: Rotation.Part, _ error: CredentialError) {
        for token in part.tokens {
            failed.append(Rotation.Failed(store: part.store.name, path: token.path, token: token, error: error))
        }
    }
}
