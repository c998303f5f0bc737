package import LosslessYAML

/// A value that knows, down to each item and entry, where it comes from.
package struct TracedValue: Sendable {
    package indirect enum Content: Sendable {
        case scalar(YAMLValue)
        case sequence([TracedValue])
        case mapping([Entry])
    }

    package struct Entry: Sendable {
        package let key: YAMLValue
        package let value: TracedValue
        /// Where the key stands in the text of its file; nil in what was made of several sources.
        var keyRange: SourceRange?
    }

    package let content: Content
    package let origin: Origin
    /// The flag that marks it in its source, as conda sees it.
    package let flag: Flag?

    package init(_ content: Content, from origin: Origin, flag: Flag? = nil) {
        self.content = content
        self.origin = origin
        self.flag = flag
    }

    /// A value of one origin throughout.
    package init(_ value: YAMLValue, from origin: Origin) {
        let content: Content =
            switch value {
            case .sequence(let items): .sequence(items.map { TracedValue($0, from: origin) })
            case .mapping(let pairs):
                .mapping(pairs.map { Entry(key: $0.key, value: TracedValue($0.value, from: origin)) })
            default: .scalar(value)
            }
        self.init(content, from: origin)
    }

    /// The value alone.
    package var value: YAMLValue {
        switch content {
        case .scalar(let value): value
        case .sequence(let items): .sequence(items.map(\.value))
        case .mapping(let entries): .mapping(entries.map { YAMLPair(key: $0.key, value: $0.value.value) })
        }
    }

    package var isNull: Bool {
        if case .scalar(.null) = content { true } else { false }
    }

    package var items: [TracedValue]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    package var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The items of a list, or of all lists in a map.
    var itemsWithin: [TracedValue] { items ?? (entries ?? []).flatMap { $0.value.items ?? [] } }

    /// What it is called in messages, with its article.
    package var noun: String {
        switch content {
        case .scalar(let value): value.noun
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }

    /// Each text in it, with its place.
    func forEachText(_ body: (String, Origin) -> Void) {
        switch content {
        case .scalar(.string(let text)): body(text, origin)
        case .scalar: break
        // By index: a copy of each would cost more than most bodies do.
        case .sequence(let items): for index in items.indices { items[index].forEachText(body) }
        case .mapping(let entries): for index in entries.indices { entries[index].value.forEachText(body) }
        }
    }

    /// What the first text in it gives of which there is anything to say.
    func firstOfTexts<Found>(_ find: (String, Origin) -> Found?) -> Found? {
        switch content {
        case .scalar(.string(let text)): return find(text, origin)
        case .scalar: return nil
        case .sequence(let items):
            for index in items.indices { if let found = items[index].firstOfTexts(find) { return found } }
        case .mapping(let entries):
            for index in entries.indices { if let found = entries[index].value.firstOfTexts(find) { return found } }
        }
        return nil
    }

    /// The same value with each single value in it replaced.
    func mapScalars(_ transform: (YAMLValue) -> YAMLValue) -> TracedValue {
        switch content {
        case .scalar(let value): with(.scalar(transform(value)))
        case .sequence(let items): with(.sequence(items.map { $0.mapScalars(transform) }))
        case .mapping(let entries):
            with(.mapping(entries.map { Entry(key: $0.key, value: $0.value.mapScalars(transform)) }))
        }
    }

    func with(_ content: Content) -> TracedValue { TracedValue(content, from: origin, flag: flag) }
}
