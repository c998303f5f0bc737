import LosslessYAML

extension YAMLDocument {
    /// The entries of the top-level map with one of these keys, in the order of the file, without merged ones.
    func ownEntries(named names: [String]) -> [YAMLEntry] {
        (root?.resolved.entries ?? []).filter { entry in
            !entry.isMerge && names.contains { entry.key.resolved.hasText($0) }
        }
    }

    /// The node at a path of keys where every key stands in the map itself, not in one that is merged into it.
    func ownNode(at path: NodePath) -> YAMLNode? {
        guard var node = root else { return nil }
        for component in path.components {
            guard case .key(let key) = component, let value = node.resolved.ownValue(forKey: key) else { return nil }
            node = value
        }
        return node
    }
}
