/// A node of a document: a small view; its ranges point into the document's source.
package struct YAMLNode: Sendable {
    /// What a node is.
    package enum Kind: UInt8, Hashable, Sendable {
        case scalar, mapping, sequence, alias
    }

    /// How a node is written.
    package enum Style: UInt8, Hashable, Sendable {
        /// Scalars; an empty value is a plain scalar without text.
        case plain, singleQuoted, doubleQuoted, literal, folded
        /// Collections.
        case block, flow
    }

    let tree: Tree
    let index: Int

    init(_ tree: Tree, _ index: Int) {
        self.tree = tree
        self.index = index
    }

    var record: NodeRecord { tree.records[index] }

    package var kind: Kind { record.kind }
    package var style: Style { record.style }

    /// The content, without anchor and tag, comments and indicators of the parent.
    ///
    /// A block collection ends where its last content ends (after the `-` or `:` if that is an empty value); a block scalar
    /// ends before the break of its last line, blank lines included where it keeps them; an empty value has no width.
    package var range: SourceRange { SourceRange(Int(record.start), Int(record.end)) }

    /// From the anchor or tag, where there is one, to the end of the content.
    package var fullRange: SourceRange {
        SourceRange(min(propertiesRange?.lowerBound ?? Int(record.start), Int(record.start)), Int(record.end))
    }

    /// Where that begins.
    package var fullLocation: SourceLocation { tree.source.location(at: fullRange.lowerBound) }

    /// Where anchor and tag stand, if there is one of them.
    package var propertiesRange: SourceRange? { properties?.range }

    /// The `-` of an item, the `?` of an explicit key, the `:` before a value.
    package var indicatorRange: SourceRange? {
        record.indicator < 0 ? nil : SourceRange(Int(record.indicator), Int(record.indicator) + 1)
    }

    /// Counted from 1.
    package var line: Int { Int(record.line) + 1 }
    package var location: SourceLocation { tree.source.location(at: range.lowerBound) }
    /// Lines and columns of the content, where `range` has bytes.
    package var span: SourceSpan { tree.source.span(of: range) }

    /// An empty value: nothing is written there, except perhaps an anchor or tag.
    package var isEmptyScalar: Bool { record.kind == .scalar && record.style == .plain && record.textLength == 0 }

    /// Without the `&`.
    package var anchor: String? { properties?.anchor }
    /// In full: `tag:yaml.org,2002:str` for `!!str`, `!local` for `!local`.
    package var tag: String? { properties?.tag }

    private var properties: NodeProperties? {
        record.properties < 0 ? nil : tree.properties[Int(record.properties)]
    }

    /// A scalar's text: escapes and folding undone, not resolved to a type; nil for other nodes.
    package var scalarText: String? {
        record.kind == .scalar ? tree.withText(of: index) { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// The node that an alias stands for; any other node itself.
    package var resolved: YAMLNode { record.kind == .alias ? YAMLNode(tree, Int(record.referent)) : self }

    /// How many items or entries a collection has.
    package var count: Int {
        switch record.kind {
        case .sequence: Int(record.childCount)
        case .mapping: Int(record.childCount) / 2
        default: 0
        }
    }

    /// The items of a sequence, aliases as they stand; empty for other nodes.
    package var items: [YAMLNode] {
        record.kind == .sequence ? tree.children(of: index).map { YAMLNode(tree, $0) } : []
    }

    /// The entries of a mapping as they stand, `<<` among them; empty for other nodes.
    package var entries: [YAMLEntry] {
        record.kind == .mapping ? tree.children(of: index, inSteps: 2).map { entry(ofKey: $0) } : []
    }

    func entry(ofKey key: Int) -> YAMLEntry {
        YAMLEntry(key: YAMLNode(tree, key), value: YAMLNode(tree, Int(tree.records[key].next)))
    }

    /// The collection around it; nil for the root.
    package var parent: YAMLNode? { record.parent < 0 ? nil : YAMLNode(tree, Int(record.parent)) }

    /// Whether it is a scalar with exactly this text.
    package func hasText(_ text: String) -> Bool {
        guard record.kind == .scalar, Int(record.textLength) == text.utf8.count else { return false }
        return tree.withText(of: index) { mine in text.withBytes { sameBytes(UnsafeRawBufferPointer(mine), $0) } }
    }
}
