/// Changing what a collection holds.
extension EditPlan {
    /// Makes the collection hold these children; edits inside those that stay are already planned.
    mutating func arrange(_ node: YAMLNode, _ expected: [ExpectedChild], _ path: NodePath) throws(YAMLError) -> Expected
    {
        try allowRemovals(from: node, keeping: expected, path)
        if expected.isEmpty, node.style == .block {
            // Before a `...` something must stand; otherwise no text at all is an empty mapping, too.
            if node.parent == nil, node.kind == .mapping, tree.directives.end == nil {
                removeRoot(node)
            } else {
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

    /// Removes the lines of the root; a `---` stays, which a directive before it needs.
    private mutating func removeRoot(_ root: YAMLNode) {
        let source = tree.source
        var lower = source.lineRange(at: root.fullRange.lowerBound).lowerBound
        if let start = tree.directives.start, let properties = root.propertiesRange, lower <= start.lowerBound {
            let line = source.lineRange(at: start.lowerBound)
            let isOnOneLine = properties.upperBound <= line.upperBound
            edits.delete(
                start.upperBound, isOnOneLine ? properties.upperBound : source.lineTextEnd(at: line.lowerBound))
            lower = isOnOneLine ? source.lineRange(at: root.range.lowerBound).lowerBound : line.upperBound
        }
        let upper = source.lineRange(at: root.range.upperBound).upperBound
        edits.deleteLines(lower, upper, in: 0, exceptCommentsOf: tree)
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
