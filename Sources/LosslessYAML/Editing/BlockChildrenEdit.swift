/// Makes a block collection hold exactly the expected children, line by line.
///
/// A child that stays keeps its lines; one that moves takes its lines along, comments in them included; one that is
/// removed leaves the comments that stand on lines of their own. New lines come right after the line of the child before
/// them, or right before the child after them.
struct BlockChildrenEdit {
    let collection: YAMLNode
    let source: SourceText
    let children: CollectionChildren
    let expected: [ExpectedChild]
    let writer: ValueWriter
    let fates: ChildFates

    init(_ collection: YAMLNode, expected: [ExpectedChild], writer: ValueWriter) {
        self.collection = collection
        source = collection.tree.source
        children = CollectionChildren(of: collection)
        self.expected = expected
        self.writer = writer
        fates = ChildFates(expected, count: children.count)
    }

    /// Adds the edits; at least one child must be left.
    func apply(to edits: inout EditList) {
        var covered = -1
        if sharesLine, case .existing(let first, _)? = expected.first, fates.stays[first], first > 0 {
            covered = refillHead(with: first, into: &edits)
        }
        for index in children.indices where !fates.stays[index] && index > covered {
            deleteLines(of: index, isRemoved: !fates.isKept[index], from: &edits)
        }
        fates.forEachStretch(of: expected) { stretch in
            if !stretch.run.isEmpty { insert(stretch.run, after: stretch.after, before: stretch.before, into: &edits) }
        }
    }

    // MARK: Lines

    private var column: Int { source.column(at: children[0].start) }

    /// Whether the first child stands behind something else on its line: `- - a`.
    private var sharesLine: Bool { !source.startsLine(at: children[0].start) }

    private func lines(of index: Int) -> SourceRange {
        let child = children[index]
        return SourceRange(source.lineRange(at: child.start).lowerBound, source.lineRange(at: child.end).upperBound)
    }

    /// The lines of a child that moves, with their indentation.
    private func text(of index: Int) -> [UInt8] {
        let lines = lines(of: index)
        if index == 0, sharesLine {
            return Array(ValueWriter.blanks(column).utf8) + source.bytes[children[0].start..<lines.upperBound]
        }
        return Array(source.bytes[lines.offsets])
    }

    private func deleteLines(of index: Int, isRemoved: Bool, from edits: inout EditList) {
        let lines = lines(of: index)
        let lower = index == 0 && sharesLine ? children[0].start : lines.lowerBound
        edits.deleteLines(lower, lines.upperBound, in: column, exceptCommentsOf: isRemoved ? collection.tree : nil)
    }

    // MARK: The first child on a line with something else

    /// Puts a child at the place of the first one; returns the last child whose lines are dealt with.
    private func refillHead(with next: Int, into edits: inout EditList) -> Int {
        let start = children[0].start
        guard !collection.tree.ownLineComments(in: SourceRange(start, children[next].start)).isEmpty else {
            edits.delete(start, children[next].start)
            return next
        }
        var cut = start
        while cut > 0, source.bytes[cut - 1] == 0x20 || source.bytes[cut - 1] == 0x09 { cut -= 1 }
        edits.delete(cut, source.lineTextEnd(at: start))
        let rest = source.lineRange(at: start).upperBound
        edits.deleteLines(rest, lines(of: 0).upperBound, in: column, exceptCommentsOf: collection.tree)
        return 0
    }

    // MARK: New and moved children

    private func insert(_ run: [ExpectedChild], after last: Int?, before next: Int?, into edits: inout EditList) {
        let lineBreak = source.lineBreak(near: children[last ?? next ?? 0].end).bytes
        let column = column
        var text: [UInt8] = []
        func add(_ lines: [String]) {
            for line in lines {
                text += line.utf8
                text += lineBreak
            }
        }
        for child in run {
            switch child {
            case .existing(let index, _): text += self.text(of: index)
            case .item(let value): add(writer.item(value, in: column))
            case .entry(let pair): add(writer.entry(pair, in: column))
            }
        }
        if let last {
            edits.replace(lines(of: last).upperBound, lines(of: last).upperBound, with: text)
        } else if sharesLine {
            // The first line continues the line it stands on; what follows gets the column instead.
            let start = children[0].start
            text.removeFirst(min(column, text.count))
            if next == 0 { text += Array(ValueWriter.blanks(column).utf8) }
            edits.replace(start, start, with: text)
        } else {
            let place = lines(of: next ?? 0).lowerBound
            edits.replace(place, place, with: text)
        }
    }
}
