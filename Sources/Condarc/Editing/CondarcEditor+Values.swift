import LosslessYAML

extension CondarcEditor {
    /// Gives a primitive parameter, or an entry of a map, the value that the text means for its type.
    public mutating func set(_ key: String, to text: String) throws {
        let named = try place(key)
        switch named.type {
        case .primitive(let type):
            let value = try ValueTyper.value(.string(text), as: .primitive(type), of: key)
            try named.rule?.check(value, of: key, pathExists: pathExists)
            try set(value, named)
        case nil:
            try set(YAMLValue(plainText: text), named)
        case .sequence(of: .primitive, _):
            throw CondarcError(
                .badChange, "\(.key) is a list, and set gives a single value", key: key,
                hint: "use prepend, append or set-channels --key \(key)")
        case .sequence:
            throw CondarcError(
                .badType, "\(.key) is a list of maps, and set gives a single value", key: key,
                hint: "write it into a file and use apply")
        case .map:
            throw CondarcError(
                .badType, "\(.key) is a map, and set gives a single value", key: key,
                hint: "name the entry: set \(key).\(key == "proxy_servers" ? "https" : "NAME") VALUE")
        }
    }

    /// The same, but an entry of a map gets the text itself, as `conda config --set` writes it: its type counts only when
    /// conda reads it.
    package mutating func set(_ key: String, toTextOfEntry text: String) throws {
        let named = try place(key)
        guard named.path.components.count > 1, case .primitive? = named.type else { return try set(key, to: text) }
        try set(.string(text), named)
    }

    /// Removes a key, also one that conda does not know; an alias goes with its parameter.
    ///
    /// - Returns: whether it was there.
    public mutating func unset(_ key: String) throws -> Bool {
        if putOff != nil {
            for path in possiblePaths(of: key) { _ = try settle(for: path) }
        }
        let paths = try ownPaths(toUnset: key)
        for path in paths { try change(to: nil, at: path) }
        return !paths.isEmpty
    }

    /// The places in the file that the key names, if it is to go.
    func ownPaths(toUnset key: String) throws -> [NodePath] {
        let paths = ownPaths(of: key)
        if paths.isEmpty, let merged = mergedNode(of: key) {
            throw CondarcError(
                .badType, "\(.key) comes from another map by a merge key", key: key, at: merged.location,
                hint: "remove it from the map where it is written")
        }
        return paths
    }

    /// The places in the file that the key names: of a parameter, all of its names.
    private func ownPaths(of key: String) -> [NodePath] {
        possiblePaths(of: key).filter { document.ownNode(at: $0) != nil }
    }

    private func mergedNode(of key: String) -> YAMLNode? {
        possiblePaths(of: key).lazy.compactMap { document.node(at: $0) }.first
    }

    private func possiblePaths(of key: String) -> [NodePath] {
        let (top, entry) = NamedPlace.parts(of: key)
        let names = ParameterTable.parameter(forKey: top)?.namesInSources ?? [top]
        guard let entry else { return names.map { NodePath([.key($0)]) } }
        // An entry may have dots in its name, or be a way through several maps.
        let nested = entry.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let ways = nested.count > 1 ? [[entry], nested] : [nested]
        return names.flatMap { name in ways.map { way in NodePath(([name] + way).map { .key($0) }) } }
    }

    // MARK: Parts

    /// The place that the key means; of values that are set together at one place, the last one counts.
    private mutating func place(_ key: String) throws -> NamedPlace {
        let named = try NamedPlace(key, in: document)
        return putOff?.hasValue(at: named.path) ?? true ? named : try settledPlace(key)
    }

    mutating func set(_ value: YAMLValue, _ named: NamedPlace) throws {
        try checkParents(of: named)
        try change(to: .value(value), at: named.path)
    }
}

extension YAMLValue {
    /// What a word means where it stands alone in a YAML file: a number, a boolean, null or a string.
    init(plainText text: String) {
        guard let document = try? YAMLDocument(text), document.comments.isEmpty, let root = document.root,
            root.kind == .scalar, root.style == .plain, root.hasText(text)
        else {
            self = .string(text)
            return
        }
        self = root.value
    }
}
