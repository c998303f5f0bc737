import LosslessYAML

extension CondarcEditor {
    /// Makes several edits one change, which is planned and verified once: many cost what one does. What they leave is what
    /// they would leave one after another. Where one of them fails, all do, and which one it was is not said.
    package mutating func together(_ edits: (inout CondarcEditor) throws -> Void) throws {
        let before = document
        putOff = PutOffWishes()
        do {
            try edits(&self)
            try settle()
            putOff = nil
        } catch {
            (document, putOff) = (before, nil)
            throw error
        }
    }

    /// Makes the node at the path what is wished, or puts that off until all edits are known.
    mutating func change(to wish: YAMLWish?, at path: NodePath) throws(YAMLError) {
        if putOff == nil {
            adopt(try document.changing(to: YAMLWish(wish, at: path)))
        } else {
            putOff?.add(wish, at: path)
        }
    }

    /// Does what was put off, if the next edit has to see it; says whether something was done.
    mutating func settle(for path: NodePath) throws(YAMLError) -> Bool {
        guard let putOff, putOff.touches(path) else { return false }
        try settle()
        return true
    }

    /// The place that the key means, once the next edit can see there what is so far.
    mutating func settledPlace(_ key: String) throws -> NamedPlace {
        let named = try NamedPlace(key, in: document)
        return try settle(for: named.path) ? try NamedPlace(key, in: document) : named
    }

    private mutating func settle() throws(YAMLError) {
        guard let wishes = putOff else { return }
        putOff = PutOffWishes()
        adopt(try document.changing(to: wishes.wish))
    }
}

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
        // No edit of a configuration goes to a single item.
        path.components.map { if case .key(let key) = $0 { .string(key) } else { .null } }
    }
}
