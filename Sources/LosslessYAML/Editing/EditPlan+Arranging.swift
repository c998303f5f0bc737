/// Changing what a collection holds.
extension EditPlan {
    /// Makes the collection hold these children; edits inside those that stay are already planned.
    mutating func arrange(_ node: YAMLNode, _ expected: [ExpectedChild], _ path: NodePath) throws(YAMLError) -> Expected
    {
        try allowRemovals(from: node, keeping: expected, path)
        if expected.isEmpty, node.style == .block {
            if let properties = node.propertiesRange {
                // An anchor and a tag were not to go; what they belong to has to stay as well.
                edits.insert(node.kind == .mapping ? " {}" : " []", at: properties.upperBound)
                removeLines(of: node)
            } else if node.parent == nil, node.kind == .mapping, tree.directives.end == nil {
                removeLines(of: node)
            } else {
                // Before a `...` something must stand; otherwise no text at all is an empty mapping, too.
                replace(node, with: node.kind == .mapping ? .mapping([]) : .sequence([]))
            }
        } else if node.style == .block {
            let writer = ValueWriter(layout: layout(in: node))
            BlockChildrenEdit(node, expected: expected, writer: writer).apply(to: &edits)
        } else if !node.record.isSinglePair {
            FlowChildrenEdit(node, expected: expected).apply(to: &edits)
        } else {
            throw YAMLError(
                .refused, "\(path.name): the entry in line \(node.line) has no braces of its own",
                at: node.location, hint: "put braces around it first")
        }
        return .collection(node.index, expected)
    }

    /// Removes the lines of a block collection, not those of what stands before it: a `---`, which a directive needs, or
    /// its anchor and tag.
    private mutating func removeLines(of node: YAMLNode) {
        let source = tree.source
        let lower = source.lineRange(at: node.range.lowerBound).lowerBound
        let upper = source.lineRange(at: node.range.upperBound).upperBound
        let column = node.parent.map { source.column(at: $0.range.lowerBound) } ?? 0
        edits.deleteLines(lower, upper, in: column, exceptCommentsOf: tree)
    }

    private func allowRemovals(
        from node: YAMLNode, keeping expected: [ExpectedChild], _ path: NodePath
    ) throws(YAMLError) {
        guard guardian.hasAliases else { return }
        let isKept = ChildFates(expected, count: node.count).isKept
        let step = node.kind == .mapping ? 2 : 1
        for (place, child) in tree.children(of: node.index).enumerated() where !isKept[place / step] {
            try guardian.allowRemoval(of: YAMLNode(tree, child), at: path)
        }
    }
}
