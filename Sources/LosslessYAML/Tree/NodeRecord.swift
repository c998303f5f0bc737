/// One node in the flat list of a tree: offsets are UTF-8 byte offsets, `-1` stands for none.
///
/// Nodes stand in the order of the text, a collection before its children; a mapping's children are its keys and
/// values in turn.
struct NodeRecord {
    var kind: YAMLNode.Kind
    var style: YAMLNode.Style
    /// Whether it stands in brackets or braces, or is such a collection.
    var isFlow = false
    /// Whether the text lies in the tree's `decoded` bytes rather than in the source.
    var textIsDecoded = false
    /// A mapping of one entry without braces, in brackets: `[key: value]`.
    var isSinglePair = false
    /// Counted from 0.
    var line: Int32
    var start: Int32
    var end: Int32
    /// The `-` of a block sequence's item, the `?` of an explicit key, the `:` of a value.
    var indicator: Int32 = -1
    /// The `,` after an item or after the value of an entry of a flow collection.
    var separator: Int32 = -1
    var textLength: Int32 = 0
    /// Index of the first node after this one and all its children.
    var next: Int32
    /// What only one kind of node has; there are many nodes, and memory that is touched costs time.
    private var detail: Int32 = 0
    var parent: Int32
    /// Index into the tree's `properties`.
    var properties: Int32 = -1
}

extension NodeRecord {
    init(kind: YAMLNode.Kind, style: YAMLNode.Style, line: Int, start: Int, end: Int, next: Int) {
        self.init(
            kind: kind, style: style, line: Int32(line), start: Int32(start), end: Int32(end), next: Int32(next),
            parent: -1)
    }

    /// Of a scalar: where its text starts.
    var textStart: Int32 {
        get { kind == .scalar ? detail : 0 }
        set { detail = newValue }
    }

    /// Of a collection: keys and values count each.
    var childCount: Int32 {
        get { kind == .sequence || kind == .mapping ? detail : 0 }
        set { detail = newValue }
    }

    /// The node that an alias stands for.
    var referent: Int32 {
        get { kind == .alias ? detail : -1 }
        set { detail = newValue }
    }
}

/// The anchor and tag before a node.
struct NodeProperties: Hashable, Sendable {
    var anchor: String?
    var tag: String?
    var range: SourceRange
}
