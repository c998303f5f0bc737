/// Writes a value over a node, or into the place of an empty one.
struct ValueReplacement {
    let node: YAMLNode
    let value: YAMLValue
    /// Of the collection around the node.
    let layout: Layout

    private var tree: Tree { node.tree }
    private var source: SourceText { tree.source }

    func apply(to edits: inout EditList) {
        if node.parent?.style == .flow { return replaceInFlow(&edits) }
        if let key = keyWithoutValue { return addValue(to: key, &edits) }
        if node.style == .block { replaceBlock(with: written, &edits) } else { replaceInline(with: written, &edits) }
    }

    // MARK: The new text

    private var written: WrittenValue {
        if let text = ScalarWriter.text(of: value, inFlow: false, like: node.style) {
            return WrittenValue(inline: text)
        }
        guard let parent = node.parent else {
            let lines = ValueWriter(layout: layout).lines(of: value, itemsIn: 0, entriesIn: 0)
            return WrittenValue(
                inline: lines == nil ? ValueWriter.flow(value, isInside: false) : "", lines: lines ?? [])
        }
        if parent.kind == .sequence {
            return ValueWriter(layout: layout).value(value, ofItemIn: itemColumn)
        }
        var layout = layout
        layout.prefersFlow = layout.prefersFlow || node.style == .flow
        return ValueWriter(layout: layout).value(value, ofKeyIn: source.column(at: parent.range.lowerBound))
    }

    /// Where the text of an item starts, or will start if there is none yet.
    private var itemColumn: Int {
        if node.isEmptyScalar, node.propertiesRange == nil {
            return source.column(at: Int(node.record.indicator)) + 1 + layout.dashGap
        }
        return node.style == .block && startsItsLine
            ? source.column(at: slot) + 1 : source.column(at: wholeRange.lowerBound)
    }

    private var startsItsLine: Bool { source.startsLine(at: wholeRange.lowerBound) }

    private func joined(_ lines: [String]) -> String {
        let lineBreak = source.lineBreak(near: node.range.lowerBound).rawValue
        return lines.map { $0 + lineBreak }.joined()
    }

    /// What goes when the node goes: with its anchor and tag.
    private var wholeRange: SourceRange { node.fullRange }

    /// Where text after the indicator would start: behind the `:` or `-`, the `---`, or at the line's start.
    private var slot: Int {
        if let indicator = node.indicatorRange { return indicator.upperBound }
        return tree.directives.start?.upperBound ?? source.start
    }

    private var commentColumn: Int { source.column(at: node.parent?.range.lowerBound ?? node.range.lowerBound) }

    // MARK: A key without a `:`

    /// The key of an entry that has no `:`, as in `? key` or `{key}`.
    private var keyWithoutValue: YAMLNode? {
        guard node.indicatorRange == nil, let parent = node.parent, parent.kind == .mapping else { return nil }
        let before = YAMLNode(tree, node.index - 1)
        if before.record.parent == node.record.parent { return before }
        return parent.entries.first { $0.value.index == node.index }?.key
    }

    private func addValue(to key: YAMLNode, _ edits: inout EditList) {
        let written = written
        let column = source.column(at: key.indicatorRange?.lowerBound ?? key.fullRange.lowerBound)
        let first = ValueWriter.blanks(column) + ":" + (written.inline.isEmpty ? "" : " " + written.inline)
        let place = source.lineRange(at: key.fullRange.upperBound).upperBound
        edits.insert(joined([first] + written.lines), at: place)
    }

    // MARK: Inside brackets

    private func replaceInFlow(_ edits: inout EditList) {
        let text = ScalarWriter.text(of: value, inFlow: true, like: node.style) ?? ValueWriter.flow(value)
        var range = wholeRange
        let comments = tree.ownLineComments(in: range)
        let isTouching =
            node.isEmptyScalar && range.lowerBound > 0 && range.lowerBound == slot && node.indicatorRange != nil
        var replacement = (isTouching ? " " : "") + text
        if let key = keyWithoutValue {
            // Only a key on one line can do without the `?`.
            let needsMark =
                source.lineIndex(at: key.fullRange.lowerBound) != source.lineIndex(at: key.fullRange.upperBound)
            if needsMark, key.indicatorRange == nil { edits.insert("? ", at: key.fullRange.lowerBound) }
            // A tag may end in `:`.
            replacement = (needsMark || key.isEmptyScalar ? " : " : ": ") + text
        }
        if isTouching {
            let next = source.bytes[range.upperBound...].firstIndex { $0 != 0x20 } ?? range.upperBound
            if next < source.bytes.count, source.bytes[next] == UInt8(ascii: ",") { range.upperBound = next }
        }
        if !comments.isEmpty {
            let lineBreak = source.lineBreak(near: range.lowerBound).rawValue
            replacement +=
                lineBreak + tree.lines(of: comments) + ValueWriter.blanks(source.column(at: range.lowerBound))
        }
        replacement += gapBeforeComment(at: range.upperBound)
        edits.replace(range.lowerBound, range.upperBound, with: replacement)
    }

    /// A comment may touch a quote, but not the end of a plain scalar.
    private func gapBeforeComment(at offset: Int) -> String {
        offset < source.bytes.count && source.bytes[offset] == UInt8(ascii: "#") ? " " : ""
    }

    // MARK: In place of a scalar or a flow collection

    private func replaceInline(with written: WrittenValue, _ edits: inout EditList) {
        var range = wholeRange
        var after = source.lineRange(at: range.upperBound).upperBound
        if node.style == .literal || node.style == .folded {
            // The header goes, a comment behind it stays; so do the lines between the header and the end.
            let headerEnd = source.lineTextEnd(at: node.range.lowerBound)
            var end = node.range.lowerBound
            while end < headerEnd, ![0x20, 0x09, UInt8(ascii: "#")].contains(source.bytes[end]) { end += 1 }
            let textStart = source.lineRange(at: node.range.lowerBound).upperBound
            if after > textStart { edits.delete(textStart, after) }
            range.upperBound = end
            after = textStart
        }
        let comments = tree.lines(of: tree.ownLineComments(in: range))
        let textEnd = source.lineTextEnd(at: range.upperBound)
        let endsItsLine = source.bytes[range.upperBound..<max(range.upperBound, textEnd)].allSatisfy { $0 == 0x20 }

        if written.inline.isEmpty {
            var lower = range.lowerBound
            if slot <= lower, source.bytes[slot..<lower].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { lower = slot }
            if startsItsLine, endsItsLine {
                let lineStart = source.lineRange(at: range.lowerBound).lowerBound
                edits.replace(lineStart, after, with: comments + joined(written.lines))
                return
            }
            edits.replace(lower, range.upperBound, with: gapBeforeComment(at: range.upperBound))
            edits.insert(comments + joined(written.lines), at: after)
            return
        }
        if startsItsLine, let parent = node.parent,
            source.column(at: range.lowerBound) <= source.column(at: parent.range.lowerBound)
        {
            // So far to the left only the header of a block scalar may stand.
            edits.insert(" " + written.inline, at: slot)
            edits.delete(source.lineRange(at: range.lowerBound).lowerBound, endsItsLine ? after : range.upperBound)
            return
        }
        var upper = range.upperBound
        var lead = ""
        if node.isEmptyScalar, slot == range.lowerBound || node.propertiesRange != nil {
            let gap = node.parent?.kind == .sequence ? layout.dashGap : 1
            lead = node.propertiesRange == nil ? ValueWriter.blanks(gap) : ""
            let textEnd = source.lineTextEnd(at: upper)
            if upper <= textEnd, source.bytes[upper..<textEnd].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                upper = textEnd
            }
        }
        edits.replace(range.lowerBound, upper, with: lead + written.inline + gapBeforeComment(at: upper))
        edits.insert(comments + joined(written.lines), at: after)
    }

    // MARK: In place of a block collection

    private func replaceBlock(with written: WrittenValue, _ edits: inout EditList) {
        let start = node.range.lowerBound
        let end = source.lineRange(at: node.range.upperBound).upperBound
        let firstLine = source.lineRange(at: start)
        if source.startsLine(at: start) {
            if let properties = node.propertiesRange {
                edits.replace(properties.lowerBound, properties.upperBound, with: written.inline)
            } else if node.parent == nil {
                edits.insert(written.inline.isEmpty ? "" : joined([written.inline]), at: firstLine.lowerBound)
            } else if !written.inline.isEmpty {
                edits.insert(" " + written.inline, at: slot)
            }
            edits.insert(joined(written.lines), at: firstLine.lowerBound)
            edits.deleteLines(firstLine.lowerBound, end, in: commentColumn, exceptCommentsOf: tree)
        } else {
            edits.replace(wholeRange.lowerBound, source.lineTextEnd(at: start), with: written.inline)
            edits.insert(joined(written.lines), at: firstLine.upperBound)
            edits.deleteLines(firstLine.upperBound, end, in: commentColumn, exceptCommentsOf: tree)
        }
    }
}
