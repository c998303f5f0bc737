/// A verified edit: what it does to the text, and the document it leads to.
public struct YAMLChange: Sendable {
    /// Sorted and disjoint; offsets in the original.
    package let edits: [TextEdit]
    /// The result, parsed.
    public let document: YAMLDocument

    /// Whether everything already was as asked.
    public var isEmpty: Bool { edits.isEmpty }
}
