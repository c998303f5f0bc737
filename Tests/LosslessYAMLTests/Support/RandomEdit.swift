import TestSupport

@testable import LosslessYAML

/// Picks an edit that could be asked of a document, and says by values alone what it must lead to.
struct RandomEdit {
    var operation: Operation

    static func make(for document: YAMLDocument, _ random: inout SeededGenerator) -> RandomEdit {
        var path = NodePath()
        var value = document.root?.value ?? .mapping([])
        while random.chance(80) {
            switch value {
            case .mapping(let pairs):
                // What stands under a merge key shows in other entries, which this model does not know.
                let named = pairs.compactMap {
                    if case .string(let key) = $0.key, key != "<<" { (key, $0.value) } else { nil }
                }
                guard !named.isEmpty else {
                    return RandomEdit(operation: .set(path.appending(key: "new"), newValue(&random)))
                }
                let (key, inner) = random.pick(named)
                path = path.appending(key: key)
                value = inner
            case .sequence(let items) where !items.isEmpty:
                let index = random.number(0...(items.count - 1))
                path = path.appending(index: index)
                value = items[index]
            default: return RandomEdit(operation: scalarEdit(path, &random))
            }
        }
        switch value {
        case .sequence(let items): return RandomEdit(operation: sequenceEdit(path, items, &random))
        case .mapping: return RandomEdit(operation: .set(path.appending(key: "new key"), newValue(&random)))
        default: return RandomEdit(operation: scalarEdit(path, &random))
        }
    }

    /// Up to four edits in one change.
    static func makeSeveral(for document: YAMLDocument, _ random: inout SeededGenerator) -> RandomEdit {
        var all: [Operation] = []
        for _ in 0..<random.number(2...6) {
            let next = make(for: document, &random).operation
            if all.allSatisfy({ $0.isCompatible(with: next) }), all.count < 4 { all.append(next) }
        }
        return RandomEdit(operation: .several(all))
    }

    private static func scalarEdit(_ path: NodePath, _ random: inout SeededGenerator) -> Operation {
        random.chance(40) && !path.components.isEmpty ? .remove(path) : .set(path, newValue(&random))
    }

    private static func sequenceEdit(_ path: NodePath, _ items: [YAMLValue], _ random: inout SeededGenerator)
        -> Operation
    {
        if random.chance(15), !path.components.isEmpty { return scalarEdit(path, &random) }
        var plan: [SequenceItem] = items.indices.map { .existing($0) }
        if random.chance(30) { plan.shuffle(using: &random) }
        if random.chance(40) { plan.removeAll { _ in random.chance(40) } }
        for _ in 0..<random.pick([0, 1, 1, 2]) {
            plan.insert(.new(newValue(&random)), at: random.number(0...plan.count))
        }
        if random.chance(15) {
            return .set(
                path,
                .sequence(
                    plan.map {
                        if case .existing(let i) = $0 { items[i] } else if case .new(let v) = $0 { v } else { .null }
                    }))
        }
        return .items(path, plan)
    }

    private static func newValue(_ random: inout SeededGenerator) -> YAMLValue {
        random.pick([
            "bioconda", "yes", "", "- x", "a: b", "a #b", "1", "é\n", " x", "#!top", "[x", "https://x.y/z?a=b", true, 7,
            -1.5, nil, ["u", "v"], ["k": "v"], [["k": 1, "l": ["m", ["n": 2]]]], [], .mapping([]), ["k": ["l": "m"]],
        ])
    }

    /// The value after the edit; nil where the edit makes no sense for it.
    static func expected(_ operation: Operation, on root: YAMLValue?) -> YAMLValue? {
        switch operation {
        case .set(let path, let value): return change(root ?? .null, path.components[...]) { _ in value }
        case .items(let path, let items):
            return change(root ?? .null, path.components[...]) { old in
                let present = if case .sequence(let values)? = old { values } else { [YAMLValue]() }
                return .sequence(
                    items.map {
                        if case .existing(let i) = $0 { present[i] } else if case .new(let v) = $0 { v } else { .null }
                    })
            }
        case .remove(let path): return change(root ?? .null, path.components[...]) { _ in nil }
        case .several(let all):
            // Items are counted as they are before: what is inside goes first, then the last ones, after all else is done.
            let removals = all.filter(\.isRemoval).sorted { $1.depthAndIndex < $0.depthAndIndex }
            return (all.filter { !$0.isRemoval } + removals).reduce(root ?? .null) { value, operation in
                value.flatMap { expected(operation, on: $0) }
            }
        }
    }

    private static func change(
        _ value: YAMLValue, _ path: ArraySlice<NodePath.Component>, _ body: (YAMLValue?) -> YAMLValue?
    ) -> YAMLValue? {
        guard let first = path.first else { return body(value) }
        let rest = path.dropFirst()
        switch (first, value) {
        case (.key(let key), .null): return change(.mapping([]), [.key(key)] + rest, body)
        case (.key(let key), .mapping(var pairs)):
            if let place = pairs.lastIndex(where: { $0.key == .string(key) }) {
                if let new = change(pairs[place].value, rest, body) {
                    pairs[place].value = new
                } else if rest.isEmpty {
                    pairs.remove(at: place)
                } else {
                    return nil
                }
            } else {
                guard let new = change(.null, rest, body) else { return nil }
                pairs.append(YAMLPair(key: .string(key), value: new))
            }
            return .mapping(pairs)
        case (.index(let index), .sequence(var items)) where index < items.count:
            if let new = change(items[index], rest, body) {
                items[index] = new
            } else if rest.isEmpty {
                items.remove(at: index)
            } else {
                return nil
            }
            return .sequence(items)
        default: return nil
        }
    }
}

extension Operation {
    fileprivate var isRemoval: Bool { if case .remove = self { true } else { false } }
    fileprivate var depthAndIndex: (Int, Int) {
        guard case .remove(let path) = self else { return (0, 0) }
        guard case .index(let index)? = path.components.last else { return (path.components.count, 0) }
        return (path.components.count, index)
    }
}
