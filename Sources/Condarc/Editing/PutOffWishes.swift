import LosslessYAML

/// Wishes for places of one document, none of which lies in another.
struct PutOffWishes {
    private typealias Keys = [YAMLValue]

    private var all: [(path: NodePath, wish: YAMLWish?)] = []
    private var places: [Keys: Int] = [:]
    private var parents: Set<Keys> = []

    /// Whether there is a wish for the node at the path, for one around it or for one in it.
    func touches(_ path: NodePath) -> Bool {
        let keys = Self.keys(path)
        return parents.contains(keys) || (0...keys.count).contains { places[Array(keys[..<$0])] != nil }
    }

    /// Whether there is a value for exactly this place, which another value may take the place of.
    func hasValue(at path: NodePath) -> Bool {
        if let place = places[Self.keys(path)], case .value = all[place].wish { true } else { false }
    }

    mutating func add(_ wish: YAMLWish?, at path: NodePath) {
        let keys = Self.keys(path)
        if let place = places[keys] {
            all[place].wish = wish
            return
        }
        places[keys] = all.count
        all.append((path, wish))
        for length in keys.indices { parents.insert(Array(keys[..<length])) }
    }

    /// All of them as one.
    var wish: YAMLWish { YAMLWish(all) }

    private static func keys(_ path: NodePath) -> Keys {
        path.components.map { component in
            switch component {
            case .key(let key): .string(key)
            case .index(let index): .int(YAMLInteger(index))
            }
        }
    }
}
