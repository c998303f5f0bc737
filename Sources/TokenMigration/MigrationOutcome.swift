public import CondaCredentials

/// What a migration did, or would do.
public struct MigrationOutcome: Sendable {
    package struct Moved: Sendable {
        package let step: MigrationPlan.Step
        /// Whether the destination got it in this run; it may have had it before.
        package let isWritten: Bool
        /// Whether the source has it no more.
        package let isRemoved: Bool
    }

    package internal(set) var moved: [Moved] = []
    package internal(set) var skipped: [MigrationPlan.Skip]
    /// Every write, with texts for a diff.
    package internal(set) var changes: [StoreChange] = []
    /// For the user, each lower case without a full stop.
    public internal(set) var warnings: [String] = []
    /// What kept the migration from being finished, though something was written.
    public internal(set) var failure: CredentialError?

    init(skipped: [MigrationPlan.Skip]) { self.skipped = skipped }

    /// Whether any file has been changed.
    public var changed: Bool { changes.contains { $0.changed } }

    mutating func add(_ outcome: StoreOutcome) {
        changes += outcome.changes
        warnings += outcome.warnings
    }

    /// The first failure is the one to be told.
    mutating func fail(_ error: CredentialError) { failure = failure ?? error }

    mutating func tell(_ step: MigrationPlan.Step, isWritten: Bool, isRemoved: Bool) {
        guard isWritten || isRemoved else { return }
        moved.append(Moved(step: step, isWritten: isWritten, isRemoved: isRemoved))
    }
}
