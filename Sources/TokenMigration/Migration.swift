package import CondaCredentials

/// Carries out a plan: writes, flushes, reads back and compares; only then, where asked, removes the source's tokens.
///
/// A crash at any point leaves each token in at least one store, and planning and carrying out again finishes the work.
package struct Migration: Sendable {
    let source: any TokenStore
    let destination: any TokenStore

    package init(from source: any TokenStore, to destination: any TokenStore) {
        self.source = source
        self.destination = destination
    }

    /// - Parameter writing: false to find out what would change and write nothing.
    /// - Throws: `.conflict` before anything is written where the user has to decide, or another program has stored
    ///   another token meanwhile; an error of the stores. A token is then still in its source.
    package func execute(_ plan: MigrationPlan, writing: Bool = true) throws(CredentialError) -> MigrationOutcome {
        try plan.requireNoConflict()
        try requireUnchangedSource(plan)
        var outcome = MigrationOutcome(skipped: plan.skipped)
        let written = try write(plan, writing: writing, outcome: &outcome)
        for step in plan.steps {
            let mayRemove = step.removesSource && (written?.isFlushed ?? true)
            if step.removesSource, !mayRemove {
                outcome.warnings.append(
                    "\(step.token.title) stays in \(step.from.rawValue): the copy could not be flushed")
            }
            let removal =
                mayRemove ? try source.remove(step.token.address, ifMatching: step.token.secret, writing: writing) : nil
            if let removal { outcome.changes.append(removal) }
            if step.action != .present || removal?.changed == true {
                outcome.moved.append(MigrationOutcome.Moved(step: step, isRemoved: removal?.changed == true))
            }
        }
        return outcome
    }

    private func write(
        _ plan: MigrationPlan, writing: Bool, outcome: inout MigrationOutcome
    ) throws(CredentialError) -> StoreChange? {
        guard !plan.steps.isEmpty else { return nil }
        // What the plan did not see there must not be replaced, even if it came a moment ago.
        let change = try destination.set(
            plan.steps.map {
                TokenAssignment(
                    secret: $0.token.secret, address: $0.destination, mayReplace: $0.action == .replace)
            }, writing: writing)
        outcome.changes.append(change)
        outcome.warnings += change.warnings
        guard writing else { return change }
        let present = try destination.contents().tokens.byAddress
        for step in plan.steps {
            guard present[step.destination]?.secret.matches(step.token.secret) == true else {
                throw CredentialError(
                    .io, "\(step.token.title) did not read back from \(step.to.rawValue)", path: destination.path,
                    hint: "nothing was removed from \(step.from.rawValue)")
            }
        }
        return change
    }

    private func requireUnchangedSource(_ plan: MigrationPlan) throws(CredentialError) {
        guard !plan.steps.isEmpty else { return }
        let present = try source.contents().tokens.byAddress
        for step in plan.steps {
            guard present[step.token.address]?.secret.matches(step.token.secret) == true else {
                throw CredentialError(
                    .conflict, "\(step.token.title) was changed by another program", path: step.token.path,
                    hint: "run it again")
            }
        }
    }
}

extension [StoredToken] {
    /// The first token of each address, which is the one that readers find.
    var byAddress: [TokenAddress: StoredToken] {
        Dictionary(map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
