/// A word that a shell offers.
package struct Candidate: Sendable, Equatable {
    package let word: String
    /// A few words beside it, where the shell shows them.
    package let meaning: String

    package init(_ word: String, _ meaning: String = "") {
        self.word = word
        self.meaning = meaning
    }

    /// Among others: where none of them fits what was typed, files or directories are offered.
    package static let anyFile = Candidate("\0file")
    package static let anyDirectory = Candidate("\0directory")

    /// Whether it may be shown and handed to a shell: no secret, and nothing that would begin a line or steer a terminal.
    var isPresentable: Bool {
        !word.isEmpty && ControlCharacters.escaped(word) == word && Redactor.redact(word) == word
    }
}
