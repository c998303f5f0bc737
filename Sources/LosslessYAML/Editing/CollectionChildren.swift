/// The items of a sequence or the entries of a mapping as parts of the text.
struct CollectionChild {
    /// Of the `-`, the `?`, or the first byte of the key or flow item.
    var start: Int
    /// Where its content ends.
    var end: Int
    /// The `,` after it in a flow collection; -1 for none.
    var separator: Int
}

/// The children of a collection in the order of the text, their places worked out when asked for.
struct CollectionChildren: RandomAccessCollection {
    private let tree: Tree
    private let isMapping: Bool
    /// The items of a sequence, the keys of a mapping.
    private let nodes: [Int32]

    init(of collection: YAMLNode) {
        tree = collection.tree
        isMapping = collection.kind == .mapping
        nodes = tree.children(of: collection.index, inSteps: isMapping ? 2 : 1).map(Int32.init)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { nodes.count }

    subscript(position: Int) -> CollectionChild {
        let first = YAMLNode(tree, Int(nodes[position]))
        let last = isMapping ? YAMLNode(tree, Int(first.record.next)) : first
        var end = Swift.max(last.range.upperBound, Int(last.record.indicator) + 1, first.range.upperBound)
        if let properties = last.propertiesRange { end = Swift.max(end, properties.upperBound) }
        return CollectionChild(
            start: first.indicatorRange?.lowerBound ?? first.fullRange.lowerBound, end: end,
            separator: Int(last.record.separator))
    }
}
