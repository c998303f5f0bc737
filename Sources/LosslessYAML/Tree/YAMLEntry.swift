/// A key and its value in a mapping.
package struct YAMLEntry: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode

    /// `<<: *anchor`.
    package var isMerge: Bool { key.style == .plain && key.hasText("<<") }

    /// The mappings that a merge key brings in, strongest first; empty for any other entry.
    package var mergedMappings: [YAMLNode] {
        guard isMerge else { return [] }
        let source = value.resolved
        switch source.kind {
        case .mapping: return [source]
        case .sequence: return source.items.map(\.resolved).filter { $0.kind == .mapping }
        default: return []
        }
    }
}
