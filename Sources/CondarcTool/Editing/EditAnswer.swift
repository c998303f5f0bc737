import CommandLineKit
import LosslessJSON

/// What an edit has to tell beside the change itself.
struct EditAnswer {
    /// What the result has in JSON beside `changed`, `path` and `diff`.
    var members = JSONValue.object([])
    /// What a user should know, and what to do about it.
    var notices: [Message] = []
}
