/// Finds entries of a mapping by their keys, without reading all of them for each of many.
struct KeyLookup {
    let entries: [YAMLEntry]
    let hasMerges: Bool
    private var known: [YAMLValue: (first: Int, second: Int?)]?

    private static let few = 8

    /// - Parameter count: how many keys will be looked up.
    init(_ mapping: YAMLNode, for count: Int) {
        entries = mapping.entries
        hasMerges = entries.contains(where: \.isMerge)
        guard count > KeyLookup.few else { return }
        var known: [YAMLValue: (first: Int, second: Int?)] = [:]
        for (place, entry) in entries.enumerated() {
            guard let text = entry.key.resolved.scalarText else { continue }
            let first = known[.string(text)]?.first
            known[.string(text)] = (first ?? place, first == nil ? nil : place)
        }
        self.known = known
    }

    /// Where a key stands, and where it stands again.
    func places(of key: String) -> (first: Int, second: Int?)? {
        if let known { return known[.string(key)] }
        let hasKey = { (entry: YAMLEntry) in entry.key.resolved.hasText(key) }
        guard let first = entries.firstIndex(where: hasKey) else { return nil }
        return (first, entries[(first + 1)...].firstIndex(where: hasKey))
    }
}
