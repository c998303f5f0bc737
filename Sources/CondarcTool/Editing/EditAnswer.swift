import LosslessJSON

/// What an edit has to tell beside the change itself.
struct EditAnswer {
    /// What a user should know, and what to do about it.
    struct Notice {
        let text: String
        let hint: String?

        init(_ text: String, hint: String? = nil) {
            self.text = text
            self.hint = hint
        }
    }

    /// What the result has in JSON beside `changed`, `path` and `diff`.
    var members: JSONValue = [:]
    var notices: [Notice] = []
}
