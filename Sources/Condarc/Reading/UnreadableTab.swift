import LosslessYAML

/// Tabs between tokens: YAML allows them, conda's reader only in flow collections.
///
/// Source: ruamel.yaml's `scanner.py`, `RoundTripScanner.scan_to_next_token`.
enum UnreadableTab {
    private static let tab: UInt8 = 0x09

    /// The error at which conda leaves a file with one out; nil for a file without.
    static func error(in document: YAMLDocument, path: String) -> CondarcError? {
        guard let tab = first(in: document) else { return nil }
        let place = document.source.location(at: tab)
        var error = CondarcError(
            .syntax, "conda cannot read a tab here, and leaves the whole file out", path: path, line: place.line,
            column: place.column, hint: "put a space in its place")
        error.range = SourceRange(tab, tab + 1)
        error.isPassedOver = true
        return error
    }

    /// The byte offset of the first one.
    private static func first(in document: YAMLDocument) -> Int? {
        let bytes = document.bytes
        guard bytes.contains(tab), let root = document.root else { return nil }
        var comments = document.comments[...]
        var texts = texts(in: root)[...]
        var position = document.source.start
        while position < bytes.count {
            if let text = texts.first, text.lowerBound <= position {
                position = max(position, text.upperBound)
                texts.removeFirst()
            } else if let comment = comments.first, comment.range.lowerBound <= position {
                position = max(position, comment.range.upperBound)
                comments.removeFirst()
            } else if bytes[position] == tab {
                return position
            } else {
                position += 1
            }
        }
        return nil
    }

    /// Where tabs are no matter, in order: quoted and block scalars, and flow collections.
    private static func texts(in node: YAMLNode) -> [SourceRange] {
        var found: [SourceRange] = []
        var pending = [node]
        while let node = pending.popLast() {
            switch (node.kind, node.style) {
            case (.scalar, .plain), (.alias, _): break
            case (.scalar, _), (_, .flow): found.append(node.range)
            case (.mapping, _): pending += node.entries.reversed().flatMap { [$0.value, $0.key] }
            case (.sequence, _): pending += node.items.reversed()
            }
        }
        return found
    }
}
