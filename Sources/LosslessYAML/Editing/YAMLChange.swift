/// A verified edit: what it does to the text, and the document it leads to.
package struct YAMLChange: Sendable {
    /// Sorted and disjoint; offsets in the original.
    package let edits: [TextEdit]
    /// The result, parsed.
    package let document: YAMLDocument

    /// Whether everything already was as asked.
    package var isEmpty: Bool { edits.isEmpty }
}
