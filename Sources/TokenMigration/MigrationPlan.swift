package import CondaCredentials

/// What a migration will do: a value to be shown before anything happens.
public struct MigrationPlan: Sendable {
    /// What happens to one token.
    package enum Action: String, Sendable {
        /// The destination has no token there.
        case write
        /// The destination has this token already.
        case present
        /// The destination has another one, which goes.
        case replace
    }

    /// One token's way.
    package struct Step: Sendable {
        package let token: StoredToken
        package let destination: TokenAddress
        package let action: Action
        package let removesSource: Bool

        package let to: StoreName
        package var from: StoreName { token.store }
        package var org: String? { token.org ?? destination.org }
        /// A password or token in it is redacted.
        package var shownURL: String? { token.address.shownURL ?? destination.shownURL }
    }

    /// A token that stays where it is.
    package struct Skip: Sendable, Equatable {
        package let what: String
        package let why: String
    }

    /// Why nothing may be done before the user decides.
    package struct Conflict: Sendable, Equatable {
        package let message: String
        package let hint: String
    }

    package let from: StoreName
    package let to: StoreName
    package internal(set) var steps: [Step] = []
    package internal(set) var skipped: [Skip] = []
    package internal(set) var conflicts: [Conflict] = []

    /// What stays where it is, those that the destination has already among them.
    package var left: [Skip] {
        skipped
            + steps.filter { $0.action == .present && !$0.removesSource }.map {
                Skip(what: $0.token.title, why: "\(to.rawValue) has it already")
            }
    }

    /// - Throws: `.conflict` where the user has to decide first.
    package func requireNoConflict() throws(CredentialError) {
        guard let first = conflicts.first else { return }
        throw CredentialError(.conflict, first.message, hint: first.hint)
    }
}
