import LosslessYAML

/// Tabs between tokens: YAML allows them, conda's reader only in flow collections.
///
/// Source: ruamel.yaml's `scanner.py`, `RoundTripScanner.scan_to_next_token`.
enum UnreadableTab {
    private static let tab: UInt8 = 0x09

    /// The error at which conda leaves a file with one out; nil for a file without.
    static func error(in document: YAMLDocument, path: String) -> CondarcError? {
        guard let tab = first(in: document) else { return nil }
        var error = CondarcError(
            .syntax, "conda cannot read a tab here, and leaves the whole file out", path: path,
            at: document.source.location(at: tab), hint: "put a space in its place")
        error.range = SourceRange(tab, tab + 1)
        error.isPassedOver = true
        return error
    }

    /// The byte offset of the first one.
    private static func first(in document: YAMLDocument) -> Int? {
        let bytes = document.bytes
        guard bytes.contains(tab), document.root != nil else { return nil }
        var comments = document.comments[...]
        // Where tabs are no matter: quoted and block scalars, and flow collections.
        var texts = document.nodes.filter { $0.style != .plain && $0.style != .block }.map(\.range)[...]
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
}
