import LosslessYAML

extension CondarcEditor {
    /// Makes each key of the patch what it says; others are left alone. All of it is one change.
    ///
    /// - Returns: keys that are to go, and are neither there nor a parameter of conda.
    @discardableResult package mutating func apply(_ patch: ConfigurationPatch) throws -> [String] {
        try atOnce { try $0.applyAlone(patch) }
    }

    private mutating func applyAlone(_ patch: ConfigurationPatch) throws -> [String] {
        var unknown: [String] = []
        var children: [(place: NodePath.Component, wish: YAMLWish?)] = []
        for (key, change) in patch.changes {
            switch change {
            case .remove where ParameterTable.parameter(forKey: key) == nil:
                // A key that conda does not know is one word, dots and all.
                if document.ownNode(at: NodePath([.key(key)])) != nil {
                    children.append((.key(key), nil))
                } else {
                    unknown.append(key)
                }
            case .remove: children += try ownPaths(toUnset: key).map { (place: $0.components[0], wish: nil) }
            case .set(let value):
                let isParameter = ParameterTable.parameter(forKey: key) != nil
                let path = isParameter ? try NamedPlace(key, in: document).path : NodePath([.key(key)])
                children.append((path.components[0], agreement(document.ownNode(at: path), value)))
            }
        }
        adopt(try document.changing(to: .children(children)))
        return unknown
    }

    /// The wish that a node has this value: it goes into maps and lists so that what agrees keeps its text.
    private func agreement(_ node: YAMLNode?, _ value: YAMLValue) -> YAMLWish {
        switch value {
        case .mapping(let pairs) where node?.kind == .mapping && !pairs.isEmpty:
            agreement(node?.entries ?? [], of: node?.value, pairs)
        case .sequence(let items):
            agreement(node?.kind == .sequence ? node?.items.map(\.value) ?? [] : [], items)
        default: .value(value)
        }
    }

    private func agreement(_ entries: [YAMLEntry], of present: YAMLValue?, _ pairs: [YAMLPair]) -> YAMLWish {
        var own: [YAMLValue: YAMLNode] = [:]
        for entry in entries where !entry.isMerge {
            if let key = entry.key.resolved.scalarText { own[.string(key)] = entry.value }
        }
        var children: [(place: NodePath.Component, wish: YAMLWish?)] = []
        var wanted: Set<YAMLValue> = []
        for pair in pairs {
            guard case .string(let key) = pair.key, wanted.insert(pair.key).inserted else { continue }
            children.append((.key(key), agreement(own[pair.key], pair.value)))
        }
        for entry in entries where !entry.isMerge {
            guard let key = entry.key.resolved.scalarText, wanted.insert(.string(key)).inserted else { continue }
            children.append((.key(key), nil))
        }
        // What a merge key still brings in cannot be removed, which is refused.
        if entries.contains(where: \.isMerge), case .mapping(let all)? = present {
            for case .string(let key) in all.map(\.key) where wanted.insert(.string(key)).inserted {
                children.append((.key(key), nil))
            }
        }
        return .children(children)
    }

    private func agreement(_ present: [YAMLValue], _ items: [YAMLValue]) -> YAMLWish {
        var places: [YAMLValue: [Int]] = [:]
        for (index, value) in present.enumerated().reversed() { places[value.asItem, default: []].append(index) }
        return .items(
            items.map { item in
                if let index = places[item.asItem]?.popLast() { return .existing(index) }
                return .new(item)
            })
    }
}

extension YAMLValue {
    /// What tells two items of a list apart: of a single value its text, so that a number and its digits are one.
    fileprivate var asItem: YAMLValue {
        switch self {
        case .sequence, .mapping, .string, .null: self
        case .bool, .int, .float: .string(pythonText)
        }
    }
}
