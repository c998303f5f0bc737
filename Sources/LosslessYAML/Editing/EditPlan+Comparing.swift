/// Comparing a node with what it is to be: no more of it changes than differs.
extension EditPlan {
    mutating func makeEqual(_ node: YAMLNode, _ value: YAMLValue, _ path: NodePath) throws(YAMLError) -> Expected {
        if node.value.isEquivalent(to: value) { return .same(node.index) }
        if node.kind != .alias {
            try guardian.allowChange(inside: node, at: path)
            switch value {
            case .mapping(let pairs) where node.kind == .mapping: return try makeEqual(node, pairs, path)
            case .sequence(let items) where node.kind == .sequence: return try makeEqual(node, items, path)
            default: break
            }
        }
        try guardian.allowRemoval(of: node, at: path)
        replace(node, with: value)
        return .value(value)
    }

    private mutating func makeEqual(
        _ node: YAMLNode, _ pairs: [YAMLPair], _ path: NodePath
    ) throws(YAMLError) -> Expected {
        var wanted: [YAMLValue: YAMLValue] = [:]
        for pair in pairs { wanted[pair.key] = pair.value }
        var expected: [ExpectedChild] = []
        var present: [YAMLValue: YAMLNode?] = [:]
        for (position, entry) in node.entries.enumerated() {
            let key = entry.key.value
            if !entry.mergedMappings.isEmpty {
                throw YAMLError(
                    .refused,
                    "\(path.name) has a merge key in line \(entry.key.line) for line \(entry.value.resolved.line)",
                    at: entry.key.location, hint: "set single keys, or write the merged ones out")
            }
            if let first = present.updateValue(entry.key, forKey: key) ?? nil {
                throw guardian.repeated(entry.key.scalarText ?? "?", first, entry.key)
            }
            guard let value = wanted[key] else { continue }
            let changed = try makeEqual(entry.value, value, path.appending(key: entry.key.scalarText ?? "?"))
            expected.append(.existing(position, changed))
        }
        for pair in pairs where present.updateValue(nil, forKey: pair.key) == nil {
            expected.append(.entry(YAMLPair(key: pair.key, value: wanted[pair.key] ?? pair.value)))
        }
        return try arrange(node, expected, path)
    }

    private mutating func makeEqual(
        _ node: YAMLNode, _ values: [YAMLValue], _ path: NodePath
    ) throws(YAMLError) -> Expected {
        let items = node.items
        var places: [YAMLValue: [Int]] = [:]
        for (place, item) in items.enumerated().reversed() { places[item.value, default: []].append(place) }
        var expected: [ExpectedChild] = []
        var isUsed = [Bool](repeating: false, count: items.count)
        for value in values {
            if let place = places[value]?.popLast() {
                expected.append(.existing(place))
                isUsed[place] = true
            } else {
                expected.append(.item(value))
            }
        }
        // A collection at the place of a changed one is the same one, changed.
        var changed: [Int] = []
        for (place, value) in values.enumerated() {
            guard case .item = expected[place], place < items.count, !isUsed[place] else { continue }
            switch (items[place].kind, value) {
            case (.mapping, .mapping), (.sequence, .sequence):
                expected[place] = .existing(place)
                changed.append(place)
            default: break
            }
        }
        let fates = ChildFates(expected, count: items.count)
        if changed.contains(where: { !fates.stays[$0] }) {
            return try arrange(node, values.map { .item($0) }, path)
        }
        for place in changed {
            let inner = try makeEqual(items[place], values[place], path.appending(index: place))
            expected[place] = .existing(place, inner)
        }
        return try arrange(node, expected, path)
    }

    /// Makes a sequence hold these items.
    mutating func rearrange(_ node: YAMLNode, _ items: [SequenceItem], _ path: NodePath) throws(YAMLError) -> Expected {
        let isUnchanged = items.count == node.count && items.enumerated().allSatisfy { $1 == .existing($0) }
        if isUnchanged { return .same(node.index) }
        try guardian.allowChange(inside: node, at: path)
        var isUsed = [Bool](repeating: false, count: node.count)
        var expected: [ExpectedChild] = []
        expected.reserveCapacity(items.count)
        for item in items {
            switch item {
            case .existing(let index):
                guard isUsed.indices.contains(index), !isUsed[index] else {
                    throw YAMLError(.notFound, "the sequence has no such item to keep, or it is kept twice: \(index)")
                }
                isUsed[index] = true
                expected.append(.existing(index))
            case .new(let value): expected.append(.item(value))
            }
        }
        return try arrange(node, expected, path)
    }
}
