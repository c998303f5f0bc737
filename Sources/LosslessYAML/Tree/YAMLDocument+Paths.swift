extension YAMLDocument {
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
}

extension YAMLNode {
    /// The value of a mapping's key, its own before merged ones; nil where there is none.
    package func value(forKey key: String) -> YAMLNode? {
        guard kind == .mapping else { return nil }
        let entries = entries
        if let own = entries.last(where: { $0.key.resolved.hasText(key) && !$0.isMerge }) { return own.value }
        return Self.mergedValue(forKey: key, entries) ?? (key == "<<" ? entries.last { $0.isMerge }?.value : nil)
    }

    /// The value that a key of a mapping has only by a merge key; nil where the key is its own or is not there.
    func mergedValue(forKey key: String) -> YAMLNode? {
        let entries = entries
        if entries.contains(where: { $0.key.resolved.hasText(key) }) { return nil }
        return Self.mergedValue(forKey: key, entries)
    }

    private static func mergedValue(forKey key: String, _ entries: [YAMLEntry]) -> YAMLNode? {
        for merge in entries where merge.isMerge {
            for source in merge.mergedMappings {
                if let value = source.value(forKey: key) { return value }
            }
        }
        return nil
    }

    /// An item of a sequence, counted from 0; nil where there is none.
    package func item(at position: Int) -> YAMLNode? {
        guard kind == .sequence, position >= 0, position < count else { return nil }
        var child = index + 1
        for _ in 0..<position { child = Int(tree.records[child].next) }
        return YAMLNode(tree, child)
    }
}

extension YAMLEntry {
    /// The mappings that a merge key brings in, strongest first; empty for any other entry.
    package var mergedMappings: [YAMLNode] {
        guard isMerge else { return [] }
        let source = value.resolved
        switch source.kind {
        case .mapping: return [source]
        case .sequence: return source.items.map(\.resolved).filter { $0.kind == .mapping }
        default: return []
        }
    }
}

extension YAMLDocument {
    /// Every pair of entries of one mapping that have the same key: the first and the later one.
    package var duplicateKeys: [(first: YAMLEntry, second: YAMLEntry)] {
        var found: [(first: YAMLEntry, second: YAMLEntry)] = []
        for index in tree.records.indices where tree.records[index].kind == .mapping {
            guard tree.records[index].childCount > 2 else { continue }
            let entries = YAMLNode(tree, index).entries.filter { !$0.isMerge }
            // Few keys are compared sooner than hashed.
            found += entries.count <= 16 ? Self.repeatedByComparing(entries) : Self.repeatedByHashing(entries)
        }
        return found
    }

    private static func repeatedByComparing(_ entries: [YAMLEntry]) -> [(first: YAMLEntry, second: YAMLEntry)] {
        let keys = entries.map(\.key.value)
        return keys.indices.compactMap { place in
            keys[..<place].firstIndex(of: keys[place]).map { (entries[$0], entries[place]) }
        }
    }

    private static func repeatedByHashing(_ entries: [YAMLEntry]) -> [(first: YAMLEntry, second: YAMLEntry)] {
        var found: [(first: YAMLEntry, second: YAMLEntry)] = []
        var seen: [YAMLValue: YAMLEntry] = [:]
        for entry in entries {
            let key = entry.key.value
            if let first = seen[key] { found.append((first, entry)) } else { seen[key] = entry }
        }
        return found
    }
}
