/// Makes a collection in brackets or braces hold exactly the expected children: what stands there is read by
/// `FlowCollection`, and what each stretch of changed children becomes, commas and comments with it, by `FlowStretch`.
///
/// Where every child has a line of its own, so do new ones, and the comment on a child's line goes where the child goes;
/// otherwise new children stand on the line of the one before. Commas and the spaces after them are copied.
struct FlowChildrenEdit {
    private let collection: FlowCollection
    private let tree: Tree
    private let expected: [ExpectedChild]

    init(_ node: YAMLNode, expected: [ExpectedChild]) {
        collection = FlowCollection(node)
        tree = node.tree
        self.expected = expected
    }

    func apply(to edits: inout EditList) {
        let inside = collection.inside
        if collection.children.isEmpty { return fillEmpty(&edits) }
        if expected.isEmpty, !collection.hasCommentsToKeep { return edits.delete(inside.lowerBound, inside.upperBound) }
        let fates = ChildFates(expected, count: collection.children.count)
        let hasLines = collection.hasLineStyle
        fates.forEachStretch(of: expected) { stretch in
            var lower = stretch.after.map { collection.children[$0].end } ?? inside.lowerBound
            let upper = stretch.before.map { collection.children[$0].start } ?? inside.upperBound
            var text = FlowStretch(stretch, of: collection, fates, inLines: hasLines).segments.text
            if let after = stretch.after, collection.endsInColon(after) {
                let blanks = tree.source.bytes[lower..<upper].prefix { $0 == 0x20 }.count
                if blanks > 0, collection.children[after].separator == lower + blanks {
                    // What stands before it may be a part of another edit, of the value that this child has.
                    lower += blanks
                    text = String(text.drop { $0 == " " })
                } else if ![0x20, 0x09, 0x0A, 0x0D].contains(text.utf8.first) {
                    text = " " + text
                }
            }
            edits.replace(lower, upper, with: text)
        }
    }

    private func fillEmpty(_ edits: inout EditList) {
        let inside = collection.inside
        var segments = FlowSegment.between(inside, in: tree)
        // Blanks between the brackets go.
        if segments.count == 1 { segments = [] }
        segments.insert(FlowSegment(child: expected.compactMap(\.newText).joined(separator: ", ")), at: 0)
        edits.replace(inside.lowerBound, inside.upperBound, with: segments.text)
    }
}

extension ExpectedChild {
    /// In brackets or braces; nil for one that is already there.
    var newText: String? {
        switch self {
        case .existing: nil
        case .item(let value): ValueWriter.flow(value)
        case .entry(let pair): ValueWriter.flowEntry(pair)
        }
    }
}
