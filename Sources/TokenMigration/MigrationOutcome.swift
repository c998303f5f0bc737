package import CondaCredentials

/// What a migration did, or would do.
package struct MigrationOutcome: Sendable {
    package struct Moved: Sendable {
        package let step: MigrationPlan.Step
        /// Whether the source has it no more.
        package let isRemoved: Bool
    }

    package internal(set) var moved: [Moved] = []
    package internal(set) var skipped: [MigrationPlan.Skip]
    /// Every write, with texts for a diff.
    package internal(set) var changes: [StoreChange] = []
    /// For the user, each lower case without a full stop.
    package internal(set) var warnings: [String] = []

    package var changed: Bool { changes.contains { $0.changed } }
}
