/// Works out the text edits of one change, and what they must lead to.
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

    private var root: YAMLNode? { tree.records.isEmpty ? nil : YAMLNode(tree, 0) }

    // MARK: Entry points

    mutating func set(_ value: YAMLValue, at path: NodePath) throws(YAMLError) -> Expected {
        try change(path, creating: value) { plan, node throws(YAMLError) in
            try plan.makeEqual(node, value, path)
        }
    }

    mutating func setItems(_ items: [SequenceItem], at path: NodePath) throws(YAMLError) -> Expected {
        var created: [YAMLValue] = []
        for item in items { if case .new(let value) = item { created.append(value) } }
        let value = YAMLValue.sequence(created)
        return try change(path, creating: value) { plan, node throws(YAMLError) in
            if node.kind == .sequence { return try plan.rearrange(node, items, path) }
            if node.kind == .alias { try plan.guardian.allowChange(inside: node, at: path) }
            guard created.count == items.count else {
                throw YAMLError(.notFound, "\(EditGuard.name(path)) is not a sequence", at: node.location)
            }
            return try plan.makeEqual(node, value, path)
        }
    }

    mutating func remove(_ path: NodePath) throws(YAMLError) -> Expected {
        guard let last = path.components.last else {
            throw YAMLError(.notFound, "the document itself cannot be removed")
        }
        let parentPath = NodePath(Array(path.components.dropLast()))
        guard let root else { throw notFound(path, nil) }
        return try descend(root, parentPath.components[...], path) { plan, parent throws(YAMLError) in
            guard let position = try plan.position(of: last, in: parent, path) else {
                throw plan.notFound(path, parent)
            }
            try plan.guardian.allowChange(inside: parent, at: path)
            var target = (0..<parent.count).map { TargetChild.existing($0) }
            target.remove(at: position)
            return try plan.arrange(parent, target, path)
        }
    }

    // MARK: Finding the place

    /// Goes to the node at the path and changes it there, or creates it with its parents.
    private mutating func change(
        _ path: NodePath, creating value: YAMLValue,
        _ body: (inout EditPlan, YAMLNode) throws(YAMLError) -> Expected
    ) throws(YAMLError) -> Expected {
        guard let root else {
            let created = Self.nested(value, path.components[...])
            DocumentFilling(tree: tree, value: created).apply(to: &edits)
            return .value(created)
        }
        return try walk(root, path.components[...], path, creating: value, body)
    }

    private mutating func walk(
        _ node: YAMLNode, _ rest: ArraySlice<NodePath.Component>, _ path: NodePath, creating value: YAMLValue,
        _ body: (inout EditPlan, YAMLNode) throws(YAMLError) -> Expected
    ) throws(YAMLError) -> Expected {
        guard let component = rest.first else { return try body(&self, node) }
        if node.kind == .scalar, node.value == .null {
            try guardian.allowChange(inside: node, at: path)
            let created = Self.nested(value, rest)
            replace(node, with: created)
            return .value(created)
        }
        try guardian.allowChange(inside: node, at: path)
        if rest.count == 1, case .key(let key) = component, let merged = node.mergedValue(forKey: key) {
            // An own entry overrides the merged one, and no other map changes.
            return merged.value.isEquivalent(to: value)
                ? .same(node.index) : try append(component, value, to: node, path)
        }
        guard let position = try position(of: component, in: node, path) else {
            return try append(component, Self.nested(value, rest.dropFirst()), to: node, path)
        }
        let child = Self.child(position, of: node)
        let changed = try walk(child, rest.dropFirst(), path, creating: value, body)
        return Self.expected(node, replacing: position, with: changed)
    }

    private mutating func descend(
        _ node: YAMLNode, _ rest: ArraySlice<NodePath.Component>, _ path: NodePath,
        _ body: (inout EditPlan, YAMLNode) throws(YAMLError) -> Expected
    ) throws(YAMLError) -> Expected {
        guard let component = rest.first else { return try body(&self, node) }
        guard let position = try position(of: component, in: node, path) else { throw notFound(path, node) }
        try guardian.allowChange(inside: node, at: path)
        let changed = try descend(Self.child(position, of: node), rest.dropFirst(), path, body)
        return Self.expected(node, replacing: position, with: changed)
    }

    /// Which item or entry the component names; nil if there is none.
    private func position(
        of component: NodePath.Component, in node: YAMLNode, _ path: NodePath
    ) throws(YAMLError) -> Int? {
        if node.kind == .alias { try guardian.allowChange(inside: node, at: path) }
        switch component {
        case .key(let key):
            guard node.kind == .mapping else { throw wrongKind("a mapping", node, path) }
            try guardian.allowKey(key, of: node, at: path)
            if let own = node.entries.firstIndex(where: { $0.key.resolved.hasText(key) }) { return own }
            if let merged = node.mergedValue(forKey: key) { throw guardian.merged(key, merged, into: node, at: path) }
            return nil
        case .index(let index):
            guard node.kind == .sequence else { throw wrongKind("a sequence", node, path) }
            return index >= 0 && index < node.count ? index : nil
        }
    }

    private static func child(_ position: Int, of node: YAMLNode) -> YAMLNode {
        node.kind == .mapping ? node.entries[position].value : node.item(at: position) ?? node
    }

    private func wrongKind(_ kind: String, _ node: YAMLNode, _ path: NodePath) -> YAMLError {
        YAMLError(
            .refused, "\(EditGuard.name(path)): the value in line \(node.line) is not \(kind)", at: node.location,
            hint: "remove it first if it is to be replaced")
    }

    private func notFound(_ path: NodePath, _ node: YAMLNode?) -> YAMLError {
        YAMLError(.notFound, "\(EditGuard.name(path)) is not there", at: node?.location)
    }

    /// The value inside mappings for the rest of a path.
    private static func nested(_ value: YAMLValue, _ rest: ArraySlice<NodePath.Component>) -> YAMLValue {
        rest.reversed().reduce(value) { inner, component in
            switch component {
            case .key(let key): .mapping([YAMLPair(key: .string(key), value: inner)])
            case .index: .sequence([inner])
            }
        }
    }

    private static func expected(_ node: YAMLNode, replacing position: Int, with changed: Expected) -> Expected {
        .changedChild(node.kind == .mapping ? 2 * position + 1 : position, of: node.index, changed)
    }

    // MARK: Changing a node

    private mutating func replace(_ node: YAMLNode, with value: YAMLValue) {
        if node.parent == nil, node.isEmptyScalar, node.propertiesRange == nil {
            DocumentFilling(tree: tree, value: value).apply(to: &edits)
        } else {
            ValueReplacement(of: node, with: value, layout: layout(in: node.parent)).apply(to: &edits)
        }
    }

    /// Changes no more of the node than differs from the value.
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
        var target: [TargetChild] = []
        var nested: [Int: Expected] = [:]
        var present: Set<YAMLValue> = []
        for (position, entry) in node.entries.enumerated() {
            let key = entry.key.value
            if entry.isMerge, !entry.mergedMappings.isEmpty {
                throw YAMLError(
                    .refused,
                    "\(EditGuard.name(path)) has a merge key in line \(entry.key.line) for line \(entry.value.resolved.line)",
                    at: entry.key.location, hint: "set single keys, or write the merged ones out")
            }
            guard present.insert(key).inserted else {
                let first = node.entries.first { $0.key.value == key }?.key.line ?? node.line
                throw YAMLError(
                    .refused, "\(EditGuard.name(path)) has a key twice, in line \(first) and in line \(entry.key.line)",
                    at: entry.key.location, hint: "remove one of them first")
            }
            guard let value = wanted[key] else { continue }
            target.append(.existing(position))
            nested[position] = try makeEqual(entry.value, value, path.appending(key: entry.key.scalarText ?? "?"))
        }
        var added: [Expected] = []
        for pair in pairs where present.insert(pair.key).inserted {
            let value = wanted[pair.key] ?? pair.value
            target.append(.new(newEntry(YAMLPair(key: pair.key, value: value), in: node)))
            added += [.value(pair.key), .value(value)]
        }
        return try arrange(node, target, path, nested: nested, added: added)
    }

    private mutating func makeEqual(
        _ node: YAMLNode, _ values: [YAMLValue], _ path: NodePath
    ) throws(YAMLError) -> Expected {
        let items = node.items
        var places: [YAMLValue: [Int]] = [:]
        for (place, item) in items.enumerated().reversed() { places[item.value, default: []].append(place) }
        var plan: [SequenceItem] = []
        var used: Set<Int> = []
        for value in values {
            if let place = places[value]?.popLast() {
                plan.append(.existing(place))
                used.insert(place)
            } else {
                plan.append(.new(value))
            }
        }
        // A collection at the place of a changed one is the same one, changed.
        var nested: [Int: Expected] = [:]
        for (place, value) in values.enumerated() {
            guard case .new = plan[place], place < items.count, !used.contains(place) else { continue }
            switch (items[place].kind, value) {
            case (.mapping, .mapping), (.sequence, .sequence):
                used.insert(place)
                plan[place] = .existing(place)
                nested[place] = .value(value)
            default: break
            }
        }
        let target = try self.target(plan, of: node)
        let fates = ChildFates(target, count: items.count)
        for (place, value) in nested {
            guard case .value(let wanted) = value else { continue }
            if fates.stays[place] {
                nested[place] = try makeEqual(items[place], wanted, path.appending(index: place))
            } else {
                return try rearrange(node, values.map { .new($0) }, path)
            }
        }
        return try arrange(node, target, path, nested: nested, values: plan)
    }

    private mutating func rearrange(
        _ node: YAMLNode, _ items: [SequenceItem], _ path: NodePath
    ) throws(YAMLError) -> Expected {
        let isUnchanged = items.count == node.count && items.enumerated().allSatisfy { $1 == .existing($0) }
        if isUnchanged { return .same(node.index) }
        try guardian.allowChange(inside: node, at: path)
        let target = try target(items, of: node)
        return try arrange(node, target, path, values: items)
    }

    /// The style of new children of a collection.
    private mutating func layout(in collection: YAMLNode?) -> Layout {
        if let known = layouts[collection?.index ?? -1] { return known }
        let layout =
            collection?.kind == .sequence
            ? Layout(itemsOf: collection ?? YAMLNode(tree, 0)) : Layout(around: collection, in: tree)
        layouts[collection?.index ?? -1] = layout
        return layout
    }

    private mutating func target(_ items: [SequenceItem], of node: YAMLNode) throws(YAMLError) -> [TargetChild] {
        let writer = ValueWriter(layout: layout(in: node))
        let column = node.style == .block ? tree.source.column(at: node.range.lowerBound) : 0
        var used = [Bool](repeating: false, count: node.count)
        var target: [TargetChild] = []
        target.reserveCapacity(items.count)
        for item in items {
            switch item {
            case .existing(let index):
                guard index >= 0, index < used.count, !used[index] else {
                    throw YAMLError(.notFound, "the sequence has no such item to keep, or it is kept twice: \(index)")
                }
                used[index] = true
                target.append(.existing(index))
            case .new(let value):
                target.append(
                    .new(NewChild(blockLines: writer.item(value, in: column), flowText: ValueWriter.flow(value))))
            }
        }
        return target
    }

    private mutating func newEntry(_ pair: YAMLPair, in mapping: YAMLNode) -> NewChild {
        let column = mapping.style == .block ? tree.source.column(at: mapping.range.lowerBound) : 0
        let writer = ValueWriter(layout: layout(in: mapping))
        return NewChild(blockLines: writer.entry(pair, in: column), flowText: ValueWriter.flowEntry(pair))
    }

    private mutating func append(
        _ component: NodePath.Component, _ value: YAMLValue, to node: YAMLNode, _ path: NodePath
    ) throws(YAMLError) -> Expected {
        var target = (0..<node.count).map { TargetChild.existing($0) }
        switch component {
        case .key(let key):
            let pair = YAMLPair(key: .string(key), value: value)
            target.append(.new(newEntry(pair, in: node)))
            return try arrange(node, target, path, added: [.value(pair.key), .value(value)])
        case .index(let index):
            guard index == node.count else { throw notFound(path, node) }
            let items = (0..<node.count).map { SequenceItem.existing($0) } + [.new(value)]
            return try rearrange(node, items, path)
        }
    }

    // MARK: Changing what a collection holds

    /// Makes the collection hold these children; `nested` are changes inside those that stay.
    private mutating func arrange(
        _ node: YAMLNode, _ target: [TargetChild], _ path: NodePath, nested: [Int: Expected] = [:],
        added: [Expected] = [], values: [SequenceItem]? = nil
    ) throws(YAMLError) -> Expected {
        try allowRemovals(from: node, keeping: target, path)
        let expected = expectation(node, target, nested, added, values)
        if target.isEmpty, node.style == .block {
            // Before a `...` something must stand; otherwise no text at all is an empty mapping, too.
            if node.parent == nil, node.kind == .mapping, tree.directives.end == nil {
                let range = node.fullRange
                edits.delete(
                    tree.source.lineRange(at: range.lowerBound).lowerBound,
                    tree.source.lineRange(at: range.upperBound).upperBound, exceptOwnLineCommentsOf: tree, 0)
            } else {
                replace(node, with: node.kind == .mapping ? .mapping([]) : .sequence([]))
            }
        } else if node.style == .block {
            BlockChildrenEdit(node, target: target).apply(to: &edits)
        } else if !node.record.isSinglePair {
            FlowChildrenEdit(node, target: target).apply(to: &edits)
        } else {
            throw YAMLError(
                .refused, "\(EditGuard.name(path)): the entry in line \(node.line) has no braces of its own",
                at: node.location, hint: "put braces around it first")
        }
        return expected
    }

    private func allowRemovals(
        from node: YAMLNode, keeping target: [TargetChild], _ path: NodePath
    ) throws(YAMLError) {
        var kept = [Bool](repeating: false, count: node.count)
        for case .existing(let index) in target { kept[index] = true }
        guard kept.contains(false) else { return }
        if node.kind == .sequence {
            for (index, item) in node.items.enumerated() where !kept[index] {
                try guardian.allowRemoval(of: item, at: path)
            }
        } else {
            for (index, entry) in node.entries.enumerated() where !kept[index] {
                try guardian.allowRemoval(of: entry.key, at: path)
                try guardian.allowRemoval(of: entry.value, at: path)
            }
        }
    }

    private func expectation(
        _ node: YAMLNode, _ target: [TargetChild], _ nested: [Int: Expected], _ added: [Expected],
        _ values: [SequenceItem]?
    ) -> Expected {
        if node.kind == .sequence, let values { return .sequence(node.index, items: values, nested: nested) }
        let old = tree.children(of: node.index)
        let step = node.kind == .mapping ? 2 : 1
        var children: [Expected] = []
        for case .existing(let index) in target {
            let value = Int(old[step * index + step - 1])
            if step == 2 { children.append(.same(Int(old[2 * index]))) }
            children.append(nested[index] ?? .same(value))
        }
        children += added
        if node.kind == .mapping { return .mapping(children) }
        let items = target.compactMap {
            if case .existing(let index) = $0 { SequenceItem.existing(index) } else { nil }
        }
        return .sequence(node.index, items: items, nested: nested)
    }
}
