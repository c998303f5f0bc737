/// Items of a long block sequence that an edit leaves alone, so that its result can be checked without them.
///
/// Reading a text again costs as much as reading it once, and most of a long list is as it was. An item of a block
/// sequence means the same wherever it stands between two others of its sequence: what is before it ends at its dash, and
/// the lines of the item hold nothing that reaches further. So the result is read without the middle of each run of items
/// that stay, with two items of the run kept at each end; the tree of the whole is put together from that tree and from the
/// items' nodes of before. Only in texts without anchors and tags, which reach further.
struct Elision: Sendable {
    /// A run of items that are left out, all places in the text or tree before the edit.
    struct Run: Sendable {
        /// Of the items in their sequence.
        let items: Range<Int>
        /// Of their nodes.
        let records: Range<Int>
        /// Their whole lines.
        let bytes: Range<Int>
        let lines: Range<Int>
        /// From offsets before the edit to offsets after it.
        let offsetShift: Int
    }

    /// Index of the sequence in the tree before.
    let sequence: Int
    let runs: [Run]

    /// Nil where there is too little to leave out.
    ///
    /// - Parameter shortest: how many items make a run worth leaving out.
    init?(of tree: Tree, _ edits: [TextEdit], _ expected: Expected, shortest: Int) {
        guard tree.properties.isEmpty, let (sequence, items) = Elision.changedSequence(expected) else { return nil }
        let record = tree.records[sequence]
        guard record.kind == .sequence, record.style == .block, Int(record.childCount) >= shortest else { return nil }
        let nodes = tree.children(of: sequence)
        self.sequence = sequence
        runs = Elision.staying(items, atLeast: shortest).compactMap { places in
            Elision.run(places.lowerBound + 2..<places.upperBound - 2, nodes, tree, edits)
        }
        if runs.isEmpty { return nil }
    }

    private static func changedSequence(_ expected: Expected) -> (Int, [SequenceItem])? {
        switch expected {
        case .sequence(let old, let items, let nested): nested.isEmpty ? (old, items) : nil
        case .changedChild(_, _, let inner): changedSequence(inner)
        case .same, .value, .mapping: nil
        }
    }

    /// The longest runs of items that follow each other before and after.
    private static func staying(_ items: [SequenceItem], atLeast shortest: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var run = 0..<0
        for item in items {
            if case .existing(let place) = item, place == run.upperBound, !run.isEmpty {
                run = run.lowerBound..<place + 1
                continue
            }
            if run.count >= max(shortest, 5) { found.append(run) }
            if case .existing(let place) = item { run = place..<place + 1 } else { run = 0..<0 }
        }
        if run.count >= max(shortest, 5) { found.append(run) }
        return found
    }

    /// Nil where an edit reaches into the lines, or where the items do not have their lines for themselves.
    private static func run(_ items: Range<Int>, _ nodes: [Int32], _ tree: Tree, _ edits: [TextEdit]) -> Run? {
        let records = Int(nodes[items.lowerBound])..<Int(nodes[items.upperBound])
        guard let lower = ownLine(of: tree.records[records.lowerBound], tree.source),
            let upper = ownLine(of: tree.records[records.upperBound], tree.source)
        else { return nil }
        let bytes = Int(tree.source.lineStarts[lower])..<Int(tree.source.lineStarts[upper])
        var shift = 0
        for edit in edits {
            if edit.range.upperBound <= bytes.lowerBound {
                shift += edit.replacement.count - edit.range.count
            } else if edit.range.lowerBound < bytes.upperBound {
                return nil
            }
        }
        return Run(items: items, records: records, bytes: bytes, lines: lower..<upper, offsetShift: shift)
    }

    /// The line (from 0) of an item's dash, if only blanks stand before it.
    private static func ownLine(of record: NodeRecord, _ source: SourceText) -> Int? {
        guard record.indicator >= 0 else { return nil }
        let line = source.lineIndex(at: Int(record.indicator))
        let lead = source.bytes[Int(source.lineStarts[line])..<Int(record.indicator)]
        return lead.allSatisfy { $0 == 0x20 } ? line : nil
    }

    /// The edited text without the runs.
    func reduced(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        for run in runs {
            result += text[place..<run.bytes.lowerBound + run.offsetShift]
            place = run.bytes.upperBound + run.offsetShift
        }
        result += text[place...]
        return result
    }
}
