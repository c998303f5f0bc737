import LosslessYAML

extension CondarcEditor {
    /// Makes each key of the patch what it says; others are left alone.
    package mutating func apply(_ patch: ConfigurationPatch) throws {
        for (key, change) in patch.changes {
            switch change {
            case .remove: _ = try unset(key)
            case .set(let value):
                let isParameter = ParameterTable.parameter(forKey: key) != nil
                let path = isParameter ? try EditTarget(key, in: document).path : NodePath([.key(key)])
                try agree(path, value)
            }
        }
    }

    /// Makes the node at the path this value, going into maps and lists so that what agrees keeps its text.
    private mutating func agree(_ path: NodePath, _ value: YAMLValue) throws {
        let node = document.ownNode(at: path)
        switch value {
        case .mapping(let pairs) where node?.kind == .mapping && !pairs.isEmpty:
            try agree(path, pairs)
        case .sequence(let items):
            try agree(path, items, present: node?.kind == .sequence ? node?.items.map(\.value) ?? [] : [])
        default:
            adopt(try document.setting(value, at: path))
        }
    }

    private mutating func agree(_ path: NodePath, _ pairs: [YAMLPair]) throws {
        for pair in pairs {
            guard case .string(let key) = pair.key else { continue }
            try agree(path.appending(key: key), pair.value)
        }
        for entry in document.ownNode(at: path)?.entries ?? [] where !entry.isMerge {
            guard let key = entry.key.resolved.scalarText, !pairs.contains(where: { $0.key == .string(key) }) else {
                continue
            }
            adopt(try document.removing(path.appending(key: key)))
        }
        // What a merge key still brings in cannot be removed, which this refuses.
        if case .mapping(let left)? = document.ownNode(at: path)?.value {
            for case .string(let key) in left.map(\.key) where !pairs.contains(where: { $0.key == .string(key) }) {
                adopt(try document.removing(path.appending(key: key)))
            }
        }
    }

    private mutating func agree(_ path: NodePath, _ items: [YAMLValue], present: [YAMLValue]) throws {
        var places: [YAMLValue: [Int]] = [:]
        for (index, value) in present.enumerated().reversed() { places[value.asItem, default: []].append(index) }
        let arranged = items.map { item -> SequenceItem in
            if let index = places[item.asItem]?.popLast() { return .existing(index) }
            return .new(item)
        }
        adopt(try document.settingItems(arranged, at: path))
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
