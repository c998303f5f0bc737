/// Writes the first content into a document that has none: an empty text, comments only, or nothing behind `---`.
struct DocumentFilling {
    let tree: Tree
    let value: YAMLValue

    func apply(to edits: inout EditList) {
        let source = tree.source
        let lineBreak = source.lineBreak.rawValue
        let lines = ValueWriter(layout: Layout()).root(value).map { $0 + lineBreak }.joined()
        if let end = tree.directives.end {
            let place = source.lineRange(at: end.lowerBound).lowerBound
            edits.insert(lines, at: place)
        } else {
            let needsBreak = source.bytes.count > source.start && !source.endsWithLineBreak
            edits.insert((needsBreak ? lineBreak : "") + lines, at: source.bytes.count)
        }
    }
}
