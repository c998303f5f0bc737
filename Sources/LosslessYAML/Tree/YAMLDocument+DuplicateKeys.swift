extension YAMLDocument {
    /// Every pair of entries of one mapping that have the same key: the first and the later one.
    package var duplicateKeys: [(first: YAMLEntry, second: YAMLEntry)] {
        var found: [(first: YAMLEntry, second: YAMLEntry)] = []
        for index in tree.records.indices where tree.records[index].kind == .mapping {
            guard tree.records[index].childCount > 2 else { continue }
            var entries = YAMLNode(tree, index).entries
            if entries.contains(where: \.isMerge) { entries.removeAll(where: \.isMerge) }
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
