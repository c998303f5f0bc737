extension YAMLDocument {
    /// What stands at the path, aliases and merge keys followed; nil where there is nothing.
    public func value(at path: NodePath) -> YAMLValue? { node(at: path)?.value }

    /// The node at the path: aliases on the way are followed, keys that come by a merge key are found.
    ///
    /// Where a key stands twice, the last one counts. An alias at the end of the path is returned as it stands.
    package func node(at path: NodePath) -> YAMLNode? {
        guard var node = root else { return nil }
        for component in path.components {
            switch component {
            case .key(let key):
                guard let value = node.resolved.value(forKey: key) else { return nil }
                node = value
            case .index(let index):
                guard let item = node.resolved.item(at: index) else { return nil }
                node = item
            }
        }
        return node
    }

    /// The path to the scalar that stands exactly there; nil where none does, for a key, and where a key on the way is none.
    package func path(toScalarAt range: SourceRange) -> NodePath? {
        let records = tree.records
        // They stand in the order of the text.
        let first = records.firstSortedIndex { Int($0.start) >= range.lowerBound }
        let found = records[first...].prefix { Int($0.start) == range.lowerBound }.firstIndex {
            $0.kind == .scalar && Int($0.end) == range.upperBound
        }
        return found.flatMap { YAMLNode(tree, $0).path }
    }
}
