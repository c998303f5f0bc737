/// Works out the text edits of one wish, and what they must lead to.
///
/// In one walk down the tree: locate the nodes that the wish names (here), compare them with what they are to be, and
/// arrange the children of each collection that changes.
struct EditPlan {
    let tree: Tree
    let guardian: EditGuard
    var edits = EditList()
    /// By the index of a collection.
    private var layouts: [Int: Layout] = [:]

    init(_ tree: Tree) {
        self.tree = tree
        guardian = EditGuard(tree)
    }

    /// Plans the whole wish.
    mutating func make(_ wish: YAMLWish) throws(YAMLError) -> Expected {
        guard !tree.records.isEmpty else {
            guard let value = wish.created else { throw notFound(wish.missing(from: .root), nil) }
            DocumentFilling(tree: tree, value: value).apply(to: &edits)
            return .value(value)
        }
        return try make(YAMLNode(tree, 0), wish, .root)
    }

    private mutating func make(_ node: YAMLNode, _ wish: YAMLWish, _ path: NodePath) throws(YAMLError) -> Expected {
        switch wish {
        case .value(let value): return try makeEqual(node, value, path)
        case .items(let items):
            if node.kind == .sequence { return try rearrange(node, items, path) }
            if node.kind == .alias { try guardian.allowChange(inside: node, at: path) }
            guard let value = wish.created else {
                throw YAMLError(.notFound, "\(path.name) is not a sequence", at: node.location)
            }
            return try makeEqual(node, value, path)
        case .children(let children):
            if children.isEmpty { return .same(node.index) }
            try guardian.allowChange(inside: node, at: path)
            if node.kind == .scalar, node.value == .null {
                guard let value = wish.created else { throw notFound(wish.missing(from: path), node) }
                replace(node, with: value)
                return .value(value)
            }
            return try change(children, of: node, path)
        }
    }

    /// Goes on to the children that the wish names, and removes and adds some.
    private mutating func change(
        _ children: [(place: NodePath.Component, wish: YAMLWish?)], of node: YAMLNode, _ path: NodePath
    ) throws(YAMLError) -> Expected {
        let nodes = node.kind == .mapping ? [] : node.items
        let keys = KeyLookup(node, for: children.count)
        var changed = [Expected?](repeating: nil, count: node.count)
        var isRemoved = [Bool](repeating: false, count: node.count)
        var added: [ExpectedChild] = []
        for (place, wish) in children {
            let childPath = path.appending(place)
            if let merged = merged(place, into: node, keys) {
                // An own entry overrides the merged one, and no other map changes.
                guard case .key(let key) = place, let value = wish?.overriding else {
                    throw guardian.merged(merged, into: node, at: childPath)
                }
                if !merged.value.isEquivalent(to: value) {
                    added.append(.entry(YAMLPair(key: .string(key), value: value)))
                }
                continue
            }
            guard let position = try position(of: place, in: node, keys, wish, childPath) else {
                guard let value = wish?.created else { throw notFound(childPath, node) }
                switch place {
                case .key(let key): added.append(.entry(YAMLPair(key: .string(key), value: value)))
                case .index: added.append(.item(value))
                }
                continue
            }
            if let wish {
                let child = node.kind == .mapping ? keys.entries[position].value : nodes[position]
                changed[position] = try make(child, wish, childPath)
            } else {
                isRemoved[position] = true
            }
        }
        let expected = changed.indices.filter { !isRemoved[$0] }.map { ExpectedChild.existing($0, changed[$0]) } + added
        let isArranged = added.isEmpty && expected.count == node.count
        return isArranged ? .collection(node.index, expected) : try arrange(node, expected, path)
    }

    /// The value of a key that only a merge key brings.
    private func merged(_ component: NodePath.Component, into node: YAMLNode, _ keys: KeyLookup) -> YAMLNode? {
        guard keys.hasMerges, case .key(let key) = component, keys.places(of: key) == nil else { return nil }
        return node.mergedValue(forKey: key)
    }

    /// Which item or entry the component names; nil if one is to be added.
    private func position(
        of component: NodePath.Component, in node: YAMLNode, _ keys: KeyLookup, _ wish: YAMLWish?, _ path: NodePath
    ) throws(YAMLError) -> Int? {
        switch component {
        case .key(let key):
            guard node.kind == .mapping else { throw wrongKind("a mapping", node, path) }
            let own = keys.places(of: key)
            if let second = own?.second, let first = own?.first {
                throw guardian.repeated(key, keys.entries[first].key, keys.entries[second].key)
            }
            return own?.first
        case .index(let index):
            guard node.kind == .sequence else { throw wrongKind("a sequence", node, path) }
            guard index < node.count || index == node.count && wish != nil, index >= 0 else {
                throw notFound(path, node)
            }
            return index < node.count ? index : nil
        }
    }

    // MARK: Parts

    private func wrongKind(_ kind: String, _ node: YAMLNode, _ path: NodePath) -> YAMLError {
        YAMLError(
            .refused, "\(path.name): the value in line \(node.line) is not \(kind)", at: node.location,
            hint: "remove it first if it is to be replaced")
    }

    private func notFound(_ path: NodePath, _ node: YAMLNode?) -> YAMLError {
        YAMLError(.notFound, "\(path.name) is not there", at: node?.location)
    }

    mutating func replace(_ node: YAMLNode, with value: YAMLValue) {
        if node.parent == nil, node.isEmptyScalar, node.propertiesRange == nil {
            DocumentFilling(tree: tree, value: value).apply(to: &edits)
        } else {
            ValueReplacement(node: node, value: value, layout: layout(in: node.parent)).apply(to: &edits)
        }
    }

    /// The style of new children of a collection.
    mutating func layout(in collection: YAMLNode?) -> Layout {
        if let known = layouts[collection?.index ?? -1] { return known }
        let layout =
            collection?.kind == .sequence
            ? Layout(itemsOf: collection ?? YAMLNode(tree, 0)) : Layout(around: collection, in: tree)
        layouts[collection?.index ?? -1] = layout
        return layout
    }
}
