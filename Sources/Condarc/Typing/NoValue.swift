import LosslessYAML

/// How a text says that it wants nothing of a parameter.
struct NoValue: Sendable {
    /// What else to write, behind an "or".
    let words: String
    /// What to do about a value that says nothing.
    let advice: Advice

    /// Of a file, in which the line is not to stand.
    static let inFile = NoValue(
        words: "leave the line out", advice: "remove the line: then conda's default counts")
    /// Of what is put over a file, where what is not named stays as it is.
    static let inPatch = NoValue(words: "null to remove the key", advice: "write null: the key goes then")
}
