import CondaCredentials
import LosslessJSON

/// What a write did or would do, to be told.
struct Told {
    var changes: [StoreChange]
    /// For people: `stored the token of my-org`.
    var lines: [String]
    /// Members of the JSON result beside `changed`, `path` and `diff`.
    var members = JSONValue.object([])
    /// What is wrong although it worked; by default what the changes say.
    var warnings: [String]
    /// What kept it from being finished, though something was written.
    var failure: CredentialError?

    init(
        _ changes: [StoreChange], _ lines: [String], members: JSONValue = .object([]), warnings: [String]? = nil,
        failure: CredentialError? = nil
    ) {
        self.changes = changes
        self.lines = lines
        self.members = members
        self.warnings = warnings ?? changes.flatMap(\.warnings)
        self.failure = failure
    }

    var changed: Bool { changes.contains(where: \.changed) }
}
