/// What the mend of a store's problem did, or would do.
package struct StoreMend: Sendable {
    /// For people, what is so now: `byte order mark taken out of FILE`.
    package let text: String
    package var changes: [StoreChange] = []
    /// What was not whole, and could not be saved.
    package var lost: [Lost] = []

    /// An entry that is only in the damaged file, which was kept.
    package struct Lost: Sendable {
        /// For sentences: a noun phrase.
        package let title: String
        /// Nil where it cannot be read.
        package let name: String?
        package let keptPath: String
    }
}
