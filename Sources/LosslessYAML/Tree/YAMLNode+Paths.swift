extension YAMLNode {
    /// The value of a mapping's key, its own before merged ones; nil where there is none.
    package func value(forKey key: String) -> YAMLNode? {
        guard kind == .mapping else { return nil }
        if let own = ownValue(forKey: key) { return own }
        let entries = entries
        return Self.mergedValue(forKey: key, entries) ?? (key == "<<" ? entries.last { $0.isMerge }?.value : nil)
    }

    /// The value of the last entry that has this key in the mapping itself, merged ones aside; nil where there is none.
    package func ownValue(forKey key: String) -> YAMLNode? {
        guard record.kind == .mapping else { return nil }
        if record.childCount >= LongMappings.least, let known = tree.longMappings?.value(forKey: key, of: self) {
            return known < 0 ? nil : YAMLNode(tree, known)
        }
        var found: YAMLNode?
        for entry in tree.children(of: index, inSteps: 2).lazy.map(entry) {
            if entry.key.resolved.hasText(key), !entry.isMerge { found = entry.value }
        }
        return found
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
        if hasNoGrandchildren { return YAMLNode(tree, index + 1 + position) }
        var child = index + 1
        for _ in 0..<position { child = Int(tree.records[child].next) }
        return YAMLNode(tree, child)
    }

    /// The path to it from the root; nil for a key, and where a key on the way is no scalar.
    var path: NodePath? {
        guard let parent else { return .root }
        guard let place = parent.path else { return nil }
        if parent.kind == .sequence { return place.appending(index: parent.position(ofChild: index)) }
        // Only a value has a colon, and right before it stands its key.
        guard let indicator = indicatorRange, tree.source.bytes[indicator.lowerBound] == UInt8(ascii: ":"),
            case let key = YAMLNode(tree, index - 1), key.record.parent == record.parent, let text = key.scalarText
        else { return nil }
        return place.appending(key: text)
    }

    private func position(ofChild child: Int) -> Int {
        hasNoGrandchildren ? child - index - 1 : tree.children(of: index).prefix { $0 < child }.count
    }

    /// Whether its children stand one right behind another, as in a list of single values.
    private var hasNoGrandchildren: Bool { Int(record.next) - index - 1 == Int(record.childCount) }
}
