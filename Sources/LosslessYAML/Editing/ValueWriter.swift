/// A value as text: what follows the indicator on its line, and the lines below it.
struct WrittenValue {
    var inline: String
    /// Each with its indentation, without a line break.
    var lines: [String] = []
}

/// Writes values in the style of a document.
struct ValueWriter {
    var layout: Layout

    /// `key: VALUE`, where the key stands in the column (from 0).
    func value(_ value: YAMLValue, ofKeyIn column: Int) -> WrittenValue {
        let (items, entries) = (column + layout.sequenceOffset, column + layout.mappingOffset)
        guard !layout.prefersFlow, let lines = lines(of: value, itemsIn: items, entriesIn: entries) else {
            return WrittenValue(inline: Self.flow(value, isInside: false))
        }
        return WrittenValue(inline: "", lines: lines)
    }

    /// `- VALUE`, where the value (not the dash) starts in the column: the text after the dash and its spaces.
    func value(_ value: YAMLValue, ofItemIn inner: Int) -> WrittenValue {
        guard let lines = lines(of: value, itemsIn: inner, entriesIn: inner) else {
            return WrittenValue(inline: Self.flow(value, isInside: false))
        }
        return WrittenValue(inline: String(lines[0].dropFirst(inner)), lines: Array(lines.dropFirst()))
    }

    /// A block collection; nil for what stands on one line: a scalar, or a collection of nothing.
    func lines(of value: YAMLValue, itemsIn itemColumn: Int, entriesIn entryColumn: Int) -> [String]? {
        switch value {
        case .sequence(let items) where !items.isEmpty: items.flatMap { item($0, in: itemColumn) }
        case .mapping(let pairs) where !pairs.isEmpty: pairs.flatMap { entry($0, in: entryColumn) }
        default: nil
        }
    }

    /// The value of a whole document.
    func root(_ value: YAMLValue) -> [String] {
        lines(of: value, itemsIn: 0, entriesIn: 0) ?? [Self.flow(value, isInside: false)]
    }

    /// The lines of an item of a block sequence.
    func item(_ item: YAMLValue, in column: Int) -> [String] {
        let written = value(item, ofItemIn: column + 1 + layout.dashGap)
        let gap = Self.blanks(layout.dashGap)
        return [Self.blanks(column) + "-" + gap + written.inline] + written.lines
    }

    /// The lines of an entry of a block mapping.
    func entry(_ pair: YAMLPair, in column: Int) -> [String] {
        let written = value(pair.value, ofKeyIn: column)
        let key = Self.flow(pair.key, isInside: false)
        let separator = written.inline.isEmpty ? "" : " "
        if Self.isSimple(key) {
            return [Self.blanks(column) + key + ":" + separator + written.inline] + written.lines
        }
        return [Self.blanks(column) + "? " + key, Self.blanks(column) + ":" + separator + written.inline]
            + written.lines
    }

    /// libyaml finds the `:` of a key only within 1024 characters.
    private static func isSimple(_ key: String) -> Bool { key.unicodeScalars.count <= 1000 }

    // MARK: Flow

    static func flowEntry(_ pair: YAMLPair) -> String {
        let key = flow(pair.key)
        return (isSimple(key) ? key : "? \(key) ") + ": " + flow(pair.value)
    }

    static func flow(_ value: YAMLValue, isInside: Bool = true) -> String {
        switch value {
        case .sequence(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
        case .mapping(let pairs): "{" + pairs.map { flowEntry($0) }.joined(separator: ", ") + "}"
        default: ScalarWriter.text(of: value, inFlow: isInside) ?? ""
        }
    }

    static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
