import LosslessYAML

/// Makes one value of those that several sources give a parameter.
///
/// Source: conda.common.configuration, the `merge` methods of `PrimitiveLoadedParameter`, `MapLoadedParameter` and
/// `SequenceLoadedParameter`.
enum Merge {
    /// The values of one parameter, weakest first, at least one, all of one shape.
    static func values(_ values: [TracedValue]) -> TracedValue {
        let final = values.firstIndex { $0.flag == .final }
        let counting = final.map { Array(values[...$0]) } ?? values
        let strongest = counting[counting.count - 1]
        switch strongest.content {
        case .scalar: return strongest
        case .sequence: return strongest.with(.sequence(items(counting)))
        case .mapping: return strongest.with(.mapping(entries(counting)))
        }
    }

    /// The value that counts where only one does: the first final one, else the last; there is at least one.
    static func strongest(_ values: [TracedValue]) -> TracedValue {
        values.first { $0.flag == .final } ?? values[values.count - 1]
    }

    /// Stronger sources come first; an item counts where it first stands. What is marked top goes before all others,
    /// of the weakest source first, and what is marked bottom after them, of the weakest source last.
    private static func items(_ sequences: [TracedValue]) -> [TracedValue] {
        let lists = sequences.map { $0.items ?? [] }
        if lists.count == 1, lists[0].indices.allSatisfy({ lists[0][$0].flag == nil }) { return deduplicated(lists[0]) }
        let top = lists.joined().filter { $0.flag == .top }
        let bottom = lists.reversed().joined().filter { $0.flag == .bottom }
        let inOrder = deduplicated(top + lists.reversed().joined())
        // Seen from the end, so that an item at the bottom wins over the same one further up.
        return deduplicated(bottom.reversed() + inOrder.reversed()).reversed()
    }

    private static func deduplicated(_ items: [TracedValue]) -> [TracedValue] {
        var seen = Set<YAMLValue>(minimumCapacity: items.count)
        // Most often all are different, and none is copied.
        guard let second = items.indices.first(where: { !seen.insert(items[$0].value.pythonIdentity).inserted }) else {
            return items
        }
        return items[..<second] + items[second...].filter { seen.insert($0.value.pythonIdentity).inserted }
    }

    private static func entries(_ maps: [TracedValue]) -> [TracedValue.Entry] {
        var order: [YAMLValue] = []
        var found: [YAMLValue: (key: YAMLValue, values: [TracedValue])] = [:]
        for entry in maps.lazy.flatMap({ $0.entries ?? [] }) {
            let identity = entry.key.pythonIdentity
            if found[identity] == nil { order.append(identity) }
            found[identity, default: (entry.key, [])].values.append(entry.value)
        }
        return order.compactMap { identity in
            found[identity].map { entry in
                // A final entry counts alone: weaker lists under the same name are not merged into it.
                let value = entry.values.first { $0.flag == .final } ?? values(entry.values)
                return TracedValue.Entry(key: entry.key, value: value)
            }
        }
    }
}
