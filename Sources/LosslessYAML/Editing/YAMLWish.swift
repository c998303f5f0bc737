/// What a node is to become; several changes of one document are one wish.
package indirect enum YAMLWish: Sendable {
    /// This value: what already agrees with it keeps its text.
    case value(YAMLValue)
    /// A sequence of exactly these items.
    case items([SequenceItem])
    /// A mapping where these keys, or a sequence where these items (counted as they are now), become so; nil: they go.
    case children([(place: NodePath.Component, wish: YAMLWish?)])

    /// A wish for the node at the end of a path, which has at least one step where the node is to go (nil).
    package init(_ wish: YAMLWish?, at path: NodePath) {
        let whole = path.components.reversed().reduce(wish) { .children([(place: $1, wish: $0)]) }
        self = whole ?? .children([])
    }

    /// Wishes for places of which none lies in another, as one.
    package init(_ wishes: [(path: NodePath, wish: YAMLWish?)]) { self.init(wishes[...], behind: 0) }

    /// - Parameter depth: how many steps of each path are done with.
    private init(_ wishes: ArraySlice<(path: NodePath, wish: YAMLWish?)>, behind depth: Int) {
        var groups: [ArraySlice<(path: NodePath, wish: YAMLWish?)>] = []
        var places: [YAMLValue: Int] = [:]
        for wish in wishes {
            // Keys are told apart by their bytes, as values are.
            let step: YAMLValue =
                switch wish.path.components[depth] {
                case .key(let key): .string(key)
                case .index(let index): .int(YAMLInteger(index))
                }
            let place = places[step, default: groups.count]
            if place == groups.count {
                places[step] = place
                groups.append([])
            }
            groups[place].append(wish)
        }
        self = .children(
            groups.map { group in
                let (path, wish) = group[group.startIndex]
                return (
                    path.components[depth],
                    path.components.count == depth + 1 ? wish : YAMLWish(group, behind: depth + 1)
                )
            })
    }
}

extension YAMLWish {
    /// What is written where nothing is there yet; nil where the wish keeps or removes something.
    var created: YAMLValue? {
        switch self {
        case .value(let value): return value
        case .items(let items):
            var values: [YAMLValue] = []
            for item in items {
                guard case .new(let value) = item else { return nil }
                values.append(value)
            }
            return .sequence(values)
        case .children(let children):
            var pairs: [YAMLPair] = []
            for (place, wish) in children {
                guard let value = wish?.created else { return nil }
                switch place {
                case .key(let key): pairs.append(YAMLPair(key: .string(key), value: value))
                case .index: return .sequence(children.compactMap { $0.wish?.created })
                }
            }
            return .mapping(pairs)
        }
    }

    /// The path to the first thing that is to stay or to go, which cannot be where nothing is.
    func missing(from path: NodePath) -> NodePath {
        guard case .children(let children) = self, let child = children.first(where: { $0.wish?.created == nil }) else {
            return path
        }
        let childPath = path.appending(child.place)
        return child.wish?.missing(from: childPath) ?? childPath
    }

    /// What is written in place of a value that only a merge key brings; nil where the wish is about something inside.
    var overriding: YAMLValue? {
        if case .children = self { nil } else { created }
    }
}
