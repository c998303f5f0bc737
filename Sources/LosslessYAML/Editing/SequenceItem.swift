/// An item of the sequence that an edit is to leave behind.
package enum SequenceItem: Hashable, Sendable {
    /// The item that now has this index: it keeps its text, comment and flag, and moves with them.
    case existing(Int)
    case new(YAMLValue)
}
