/// What several edits of one store did, or would do.
package struct StoreOutcome: Sendable {
    /// One for each file, in the order in which they were written.
    package var changes: [StoreChange] = []
    /// What became of each edit, in their order.
    package var results: [Result<TokenEdit.Effect, CredentialError>] = []

    package var changed: Bool { changes.contains { $0.changed } }
    package var isFlushed: Bool { changes.allSatisfy(\.isFlushed) }
    package var warnings: [String] { changes.flatMap(\.warnings) }

    /// Why edits failed, in their order.
    package var failures: [CredentialError] {
        results.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    /// Why the first edit that failed did.
    package var failure: CredentialError? { failures.first }

    /// Whether an edit, by its place among the others, changed something.
    package func changed(at index: Int) -> Bool {
        if case .success(let effect) = results[index] { effect != .none } else { false }
    }

    /// Whether a token went for another.
    package var replaces: Bool {
        results.contains { if case .success(.replaced) = $0 { true } else { false } }
    }

    /// - Throws: the first failure.
    package func requireSuccess() throws(CredentialError) {
        if let failure { throw failure }
    }
}
