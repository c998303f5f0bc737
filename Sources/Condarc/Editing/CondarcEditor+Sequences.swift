import LosslessYAML

extension CondarcEditor {
    /// Where items go.
    public enum Place: Sendable {
        case start
        case end
    }

    /// Makes the sequence exactly these items, in this order; those that stay keep their line.
    public mutating func setItems(_ key: String, to values: [String]) throws {
        let named = try sequencePlace(key, setting: values)
        let values = values.withoutDuplicates
        let new = try typed(values, named)
        if let node = document.ownNode(at: named.path), ![.sequence, .alias].contains(node.kind), !node.isNull {
            // Whatever stands there is no list: it is replaced.
            try change(to: .value(.sequence(new)), at: named.path)
            return
        }
        var places: [YAMLValue: [Int]] = [:]
        for (index, item) in try items(named).enumerated().reversed() {
            if let text = item.resolved.scalarText { places[.string(text), default: []].append(index) }
        }
        let arranged = values.indices.map { position -> SequenceItem in
            if let index = places[.string(values[position])]?.popLast() { return .existing(index) }
            return .new(new[position])
        }
        try arrange(arranged, named)
    }

    /// Adds items at one end, in their given order; one that is there already moves there.
    public mutating func insert(_ key: String, _ values: [String], at place: Place) throws -> SequenceOutcome {
        let named = try sequencePlace(key, setting: values)
        let values = values.withoutDuplicates
        let new = try typed(values, named)
        let present = try items(named)
        var arranged: [SequenceItem] = []
        arranged.reserveCapacity(present.count + new.count)
        let places = ItemLookup(values).places(in: present, others: &arranged)
        let first = place == .start ? 0 : arranged.count
        let placed = values.indices.map { places[$0].map { SequenceItem.existing($0) } ?? .new(new[$0]) }
        arranged.insert(contentsOf: placed, at: first)
        try arrange(arranged, named)
        let moved = values.indices.filter { index in places[index].map { $0 != first + index } ?? false }
        return SequenceOutcome(moved: moved.map { values[$0] })
    }

    /// The same as inserting each value alone, one after the other.
    ///
    /// - Returns: for each value, whether the list had that text when its turn came.
    package mutating func insertInTurn(_ key: String, _ values: [String], at place: Place) throws -> [Bool] {
        let named = try sequencePlace(key)
        var present = Set(try items(named).compactMap { $0.value.text.map(YAMLValue.string) })
        // The last one of equal values is the one that counts.
        let latest = [String](values.reversed()).withoutDuplicates
        _ = try insert(key, place == .start ? latest : latest.reversed(), at: place)
        return values.map { !present.insert(.string($0)).inserted }
    }

    /// Removes items; those that are not there are named in the outcome.
    ///
    /// Where the file has no `channels`, conda's own default stands for them: a list of `defaults`.
    public mutating func remove(_ key: String, _ values: [String]) throws -> SequenceOutcome {
        let named = try sequencePlace(key)
        var outcome = SequenceOutcome()
        guard document.node(at: named.path) != nil || !isChannels(named) else {
            outcome.missing = values.filter { $0 != "defaults" }
            if values.contains("defaults") { try change(to: .items([]), at: named.path) }
            return outcome
        }
        let values = values.withoutDuplicates
        let present = try items(named)
        var others: [SequenceItem] = []
        let places = ItemLookup(values).places(in: present, others: &others)
        outcome.missing = zip(values, places).filter { $0.1 == nil }.map(\.0)
        if others.count < present.count { try arrange(others, named) }
        return outcome
    }

    /// Makes the sequence empty: `[]`.
    public mutating func clear(_ key: String) throws {
        let named = try sequencePlace(key, mayHoldMaps: true)
        _ = try items(named)
        try change(to: .items([]), at: named.path)
    }

    // MARK: Parts

    /// - Parameters:
    ///   - values: what is to be in the list then; nil where it is only taken out.
    ///   - mayHoldMaps: whether nothing is said of single items, so that they need not be words.
    private mutating func sequencePlace(
        _ key: String, setting values: [String]? = nil, mayHoldMaps: Bool = false
    ) throws -> NamedPlace {
        let named = try settledPlace(key)
        switch named.type {
        case nil, .sequence(of: .primitive, _): break
        case .sequence where mayHoldMaps: break
        case .sequence:
            throw CondarcError(
                .badType, "the items of \(.key) are maps, which cannot be given as words", key: key,
                hint: "write them into a file and use apply")
        case .map:
            // `http=http://…`
            let name = values?.first?.prefix { $0 != "=" && $0 != ":" }
            let entry = "\(key).\(name.map(ShapeHint.isPlain) == true ? String(name ?? "") : "NAME")"
            throw CondarcError(
                .badChange, "\(.key) is a map, not a list", key: key,
                hint: values == nil ? "condarc-tool unset \(entry)" : "condarc-tool set \(entry) VALUE")
        case .primitive:
            let only = values.flatMap { $0.count == 1 && ShapeHint.isPlain($0[0][...]) ? $0[0] : nil }
            throw CondarcError(
                .badChange, "\(.key) is a single value, not a list", key: key,
                hint: values == nil ? "condarc-tool unset \(key)" : "condarc-tool set \(key) \(only ?? "VALUE")")
        }
        try checkParents(of: named)
        return named
    }

    private func isChannels(_ named: NamedPlace) -> Bool { named.path == ["channels"] }

    /// What is written for items that a user gave.
    private func typed(_ values: [String], _ named: NamedPlace) throws(CondarcError) -> [YAMLValue] {
        guard case .sequence(let type, _) = named.type else { return values.map { .string($0) } }
        let items = try values.map { (value) throws(CondarcError) in
            try ValueTyper.value(.string(value), as: type, of: named.key)
        }
        try named.rule?.check(.sequence(items), of: named.key, pathExists: pathExists)
        return items
    }

    /// The items of the file; none for a null or a key that is not there. Throws for anything else than a list.
    private func items(_ named: NamedPlace) throws(CondarcError) -> [YAMLNode] {
        guard let node = document.node(at: named.path) else { return [] }
        if node.resolved.isNull { return [] }
        guard node.resolved.kind == .sequence else { throw wrongKind(node, named.key, due: "list") }
        return node.resolved.items
    }

    mutating func arrange(_ items: [SequenceItem], _ named: NamedPlace) throws {
        let own = document.ownNode(at: named.path)
        if let own, own.kind == .alias {
            throw YAMLError(
                .refused, "'\(named.key)' is the list of line \(own.resolved.line) by an alias: both would change",
                at: own.location, hint: "write the list out in place of the alias first")
        }
        if own == nil, let merged = document.node(at: named.path)?.resolved.items, !merged.isEmpty {
            // The list comes by a merge key: the map gets a list of its own, and the other one stays.
            let values = merged.map(\.value)
            let new = items.map { item -> SequenceItem in
                if case .existing(let index) = item { return .new(values[index]) }
                return item
            }
            try change(to: .items(new), at: named.path)
        } else {
            try change(to: .items(items), at: named.path)
        }
    }
}

extension [String] {
    /// Each value once, where it stands first; compared by code points, as conda does.
    var withoutDuplicates: [String] {
        guard count > 1 else { return self }
        var seen: Set<YAMLValue> = []
        return filter { seen.insert(.string($0)).inserted }
    }
}
