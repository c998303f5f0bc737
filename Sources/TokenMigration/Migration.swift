public import CondaCredentials
package import SecureFileStore

/// Moves tokens from one store to another: reads each once, plans, writes all changes of a file at once, reads back and
/// compares; only then, where asked, flushes the destination and removes the source's tokens.
///
/// The way into this module: `Routes` says which token has which place in the other store, `MigrationPlan` what happens to each,
/// `MigrationOutcome` what did. `TokenReport` is all stores at one look, `Rotation` puts a new token in the place of another.
///
/// A crash at any point leaves each token in at least one store, and migrating again finishes the work.
public struct Migration: Sendable {
    private let inSource: StoreReading
    private let inDestination: StoreReading
    /// What it is about to do.
    public let plan: MigrationPlan

    private var source: any TokenStore { inSource.store }
    private var destination: any TokenStore { inDestination.store }

    /// The files of tokens as they were read: nobody need open them again.
    package var files: [FileSnapshot] { inSource.files + inDestination.files }

    /// Reads both stores, and writes nothing.
    package init(
        from source: any TokenStore, to destination: any TokenStore, options: MigrationOptions
    ) throws(CredentialError) {
        inSource = try source.read()
        inDestination = try destination.read()
        plan = try MigrationPlan(from: inSource, to: inDestination, options: options)
    }

    /// What `execute` would do, without a look at the disk.
    ///
    /// - Throws: `.conflict` where the user has to decide.
    public func rehearse() throws(CredentialError) -> MigrationOutcome {
        try plan.requireNoConflict()
        var outcome = MigrationOutcome(skipped: plan.left)
        guard !plan.steps.isEmpty else { return outcome }
        outcome.add(try inDestination.rehearse(writes))
        let removing = plan.steps.filter(\.removesSource)
        if !removing.isEmpty { outcome.add(try inSource.rehearse(removing.map(\.removal))) }
        for step in plan.steps { outcome.tell(step, isWritten: step.action != .present, isRemoved: step.removesSource) }
        return outcome
    }

    /// Carries the plan out, and tells what was done.
    ///
    /// What fails after something was written is the outcome's `failure`.
    /// - Throws: with nothing changed: `.conflict` where the user has to decide, or another program has stored another
    ///   token meanwhile; an error of the stores.
    public func execute() throws(CredentialError) -> MigrationOutcome {
        try plan.requireNoConflict()
        var outcome = MigrationOutcome(skipped: plan.left)
        guard !plan.steps.isEmpty else { return outcome }
        try inSource.requireCurrent(plan.steps.map(\.token.address))
        let written = try destination.apply(writes)
        outcome.add(written)
        outcome.failure = written.failure
        let isHeld = heldByDestination(written, &outcome)
        let removed = remove(isHeld, &outcome)
        for (index, step) in plan.steps.enumerated() {
            outcome.tell(step, isWritten: written.changed(at: index), isRemoved: removed.contains(index))
        }
        return outcome
    }

    private var writes: [TokenEdit] {
        // What the plan did not see there must not be replaced, even if it came a moment ago.
        plan.steps.map {
            TokenEdit($0.destination, .set($0.token.secret, replacing: $0.action == .replace ? .any : .none))
        }
    }

    /// Which steps' tokens read back from the destination.
    private func heldByDestination(_ written: StoreOutcome, _ outcome: inout MigrationOutcome) -> Set<Int> {
        let present: [TokenAddress: StoredToken]
        do throws(CredentialError) {
            present = try destination.contents().tokens.byAddress
        } catch {
            outcome.fail(
                CredentialError(
                    error.code, "\(copied(written))but reading it back failed: \(error.message)",
                    path: error.path ?? destination.path, line: error.line, column: error.column,
                    hint: "nothing was removed from \(source.name.rawValue); run it again when "
                        + "\(destination.name.rawValue) can be read"))
            return []
        }
        var held: Set<Int> = []
        for (index, step) in plan.steps.enumerated() {
            guard case .success = written.results[index] else { continue }
            guard present[step.destination]?.secret.matches(step.token.secret) == true else {
                outcome.fail(
                    CredentialError(
                        .io, "\(step.token.title) was copied to \(step.to.rawValue), but did not read back",
                        path: destination.path,
                        hint: "it was not removed from \(step.from.rawValue); look at it with keyring-tool report, and "
                            + "run it again"))
                continue
            }
            held.insert(index)
        }
        return held
    }

    private func copied(_ written: StoreOutcome) -> String {
        let count = plan.steps.indices.filter { written.changed(at: $0) }.count
        let what =
            count == 0
            ? "nothing was copied to" : count == 1 ? "1 token was copied to" : "\(count) tokens were copied to"
        return "\(what) \(destination.name.rawValue), "
    }

    /// Removes from the source what the destination holds for certain; gives the steps whose tokens went.
    private func remove(_ held: Set<Int>, _ outcome: inout MigrationOutcome) -> Set<Int> {
        let indices = plan.steps.indices.filter { plan.steps[$0].removesSource && held.contains($0) }
        guard !indices.isEmpty else { return [] }
        let steps = indices.map { plan.steps[$0] }
        do throws(CredentialError) {
            // Whoever wrote it, this run or another program a moment ago.
            try destination.flush(steps.map(\.destination))
        } catch {
            outcome.fail(
                CredentialError(
                    error.code == .notFound ? .io : error.code,
                    "nothing was removed from \(source.name.rawValue), for the copy may not survive a power failure: "
                        + error.message, path: error.path ?? destination.path,
                    hint: "look at the disk, and run it again"))
            return []
        }
        do throws(CredentialError) {
            let removal = try source.apply(steps.map(\.removal))
            outcome.add(removal)
            if !removal.isFlushed, removal.warnings.isEmpty {
                outcome.warnings.append("\(source.path) could not be flushed: a power failure may bring tokens back")
            }
            if let failure = removal.failure { outcome.fail(Migration.notRemoved(failure, from: source)) }
            return Set(zip(indices, steps.indices).filter { removal.changed(at: $1) }.map(\.0))
        } catch {
            outcome.fail(Migration.notRemoved(error, from: source))
            return []
        }
    }

    private static func notRemoved(_ error: CredentialError, from source: any TokenStore) -> CredentialError {
        var error = error
        error.message = "what was copied could not be removed from \(source.name.rawValue): \(error.message)"
        error.hint = error.hint ?? "run it again"
        return error
    }
}

extension MigrationPlan.Step {
    fileprivate var removal: TokenEdit { TokenEdit(token.address, .remove(ifMatching: token.secret)) }
}

extension [StoredToken] {
    /// The first token of each address, which is the one that readers find.
    var byAddress: [TokenAddress: StoredToken] {
        Dictionary(map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
