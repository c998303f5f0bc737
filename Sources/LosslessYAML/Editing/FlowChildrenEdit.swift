/// Makes a collection in brackets or braces hold exactly the expected children.
///
/// Where every child has a line of its own, so do new ones, and the comment on a child's line goes where the child goes;
/// otherwise new children stand on the line of the one before. Commas and the spaces after them are copied.
struct FlowChildrenEdit {
    let tree: Tree
    let source: SourceText
    let children: CollectionChildren
    let expected: [ExpectedChild]
    let fates: ChildFates
    /// Between the brackets.
    let inside: SourceRange

    init(_ collection: YAMLNode, expected: [ExpectedChild]) {
        tree = collection.tree
        source = tree.source
        children = CollectionChildren(of: collection)
        self.expected = expected
        fates = ChildFates(expected, count: children.count)
        inside = SourceRange(collection.range.lowerBound + 1, collection.range.upperBound - 1)
    }

    func apply(to edits: inout EditList) {
        if children.isEmpty { return fillEmpty(&edits) }
        if expected.isEmpty, !hasCommentsToKeep { return edits.delete(inside.lowerBound, inside.upperBound) }
        let hasLines = hasLineStyle
        fates.forEachStretch(of: expected) { rewrite($0, hasLines, &edits) }
    }

    private func rewrite(_ stretch: ChildFates.Stretch, _ hasLines: Bool, _ edits: inout EditList) {
        let lower = stretch.after.map { children[$0].end } ?? inside.lowerBound
        let upper = stretch.before.map { children[$0].start } ?? inside.upperBound
        var text = hasLines ? linesText(stretch) : inlineText(stretch, from: lower, to: upper)
        if let after = stretch.after, endsWithColon(after), ![0x20, 0x09, 0x0A, 0x0D].contains(text.utf8.first) {
            text = " " + text
        }
        // What stays before it may be a part of another edit, of the value that the child before it has.
        let kept = zip(apart(text).utf8, source.bytes[lower..<upper]).prefix { $0 == $1 && " ,".utf8.contains($0) }
            .count
        edits.replace(lower + kept, upper, with: Array(apart(text).utf8.dropFirst(kept)))
    }

    /// What stands behind a child: a comment may touch a quote or comma, but what stands before it now may end in none.
    private func apart(_ text: String) -> String { text.utf8.first == UInt8(ascii: "#") ? " " + text : text }

    private func fillEmpty(_ edits: inout EditList) {
        let text = expected.map(text(of:)).joined(separator: ", ")
        let isBlank = source.bytes[inside.offsets].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        edits.replace(inside.lowerBound, isBlank ? inside.upperBound : inside.lowerBound, with: text)
    }

    /// Whether something stays when all children go: comments that have their line for themselves or follow the bracket.
    private var hasCommentsToKeep: Bool {
        !tree.ownLineComments(in: inside).isEmpty || !tree.comments(in: inside.lowerBound..<children[0].start).isEmpty
    }

    // MARK: Parts of the text

    func text(of child: ExpectedChild) -> String {
        switch child {
        case .existing(let index, _):
            source.string(in: SourceRange(children[index].start, children[index].end))
                + (endsWithColon(index) ? " " : "")
        case .item(let value): ValueWriter.flow(value)
        case .entry(let pair): ValueWriter.flowEntry(pair)
        }
    }

    /// Whether its value is left out: what YAML takes for the end of a plain key must not touch the `:`.
    private func endsWithColon(_ index: Int) -> Bool { source.bytes[children[index].end - 1] == UInt8(ascii: ":") }

    /// From the end of a child to the start of the next, or the closing bracket.
    func zone(after index: Int) -> SourceRange {
        SourceRange(children[index].end, index + 1 < children.count ? children[index + 1].start : inside.upperBound)
    }

    private func startsLine(_ index: Int) -> Bool { source.startsLine(at: children[index].start) }

    /// What stands before a child on its line, if that is only blanks or tabs; else as many blanks.
    func indentation(of index: Int) -> String {
        let start = children[index].start
        guard startsLine(index) else { return ValueWriter.blanks(source.column(at: start)) }
        return source.string(in: SourceRange(source.lineRange(at: start).lowerBound, start))
    }

    private var hasLineStyle: Bool {
        children.indices.dropFirst().allSatisfy(startsLine) && (children.count > 1 || startsLine(0))
    }

    /// Where the first line that starts in the range ends, its break included; nil if none starts there.
    func firstBreak(in range: SourceRange) -> Int? {
        let end = source.lineRange(at: range.lowerBound).upperBound
        return end <= range.upperBound && source.lineBreak(at: range.lowerBound) != nil ? end : nil
    }

    func lastLineStart(in range: SourceRange) -> Int {
        max(range.lowerBound, source.lineRange(at: range.upperBound).lowerBound)
    }

    func withoutSeparator(_ range: SourceRange, of index: Int) -> String {
        let comma = children[index].separator
        guard range.contains(comma) else { return source.string(in: range) }
        let rest = source.string(in: SourceRange(comma + 1, range.upperBound))
        return comma == range.lowerBound ? apart(rest) : source.string(in: SourceRange(range.lowerBound, comma)) + rest
    }

    /// The whole lines between a child's own and the next child's, without a separator that stands there.
    func linesBelow(_ index: Int) -> String {
        let zone = zone(after: index)
        guard let lineEnd = firstBreak(in: zone) else { return "" }
        let lines = SourceRange(lineEnd, max(lineEnd, lastLineStart(in: zone)))
        let comma = children[index].separator
        guard lines.contains(comma) else { return source.string(in: lines) }
        let line = source.lineRange(at: comma)
        let rest = withoutSeparator(line, of: index)
        return source.string(in: SourceRange(lines.lowerBound, line.lowerBound))
            + (rest.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ? "" : rest)
            + source.string(in: SourceRange(line.upperBound, lines.upperBound))
    }

    var hasTrailingSeparator: Bool { children[children.count - 1].separator >= 0 }

    func lineBreak(near index: Int) -> String {
        source.lineBreak(near: children[index].end).rawValue
    }

    // MARK: On one line

    private var gap: String {
        guard children.count > 1, children[0].separator >= 0 else { return " " }
        let text = source.string(in: SourceRange(children[0].separator + 1, children[1].start))
        return text.utf8.allSatisfy { $0 == 0x20 } ? text : " "
    }

    private func inlineText(_ stretch: ChildFates.Stretch, from lower: Int, to upper: Int) -> String {
        let gap = gap
        let added = stretch.run.map(inlineText(of:))
        var text = ""
        var kept: [SourceRange] = []
        if let after = stretch.after, !stretch.run.isEmpty || after < children.count - 1 && stretch.before == nil,
            case let comment = lineComment(of: .existing(after)), !comment.isEmpty
        {
            // The comment belongs to the child before it, so what is added stands below.
            if stretch.before != nil {
                text += source.string(in: zone(after: after)) + added.joined(separator: "," + gap) + "," + gap
                kept.append(zone(after: after))
            } else {
                text += endText(after, comment, added, &kept)
            }
        } else if let after = stretch.after {
            for item in added { text += "," + gap + item }
            let zones = (after..<(stretch.before ?? children.count))
            let base =
                stretch.before == nil
                ? children.count - 1 : zones.first { firstBreak(in: zone(after: $0)) != nil } ?? after
            kept.append(zone(after: base))
            text += apart(baseText(base))
        } else {
            let lead = SourceRange(inside.lowerBound, children[0].start)
            kept.append(lead)
            text += source.string(in: lead) + added.joined(separator: "," + gap)
            if stretch.before != nil {
                if !added.isEmpty { text += "," + gap }
            } else {
                let base = zone(after: children.count - 1)
                kept.append(base)
                text += apart(added.isEmpty ? withoutSeparator(base, of: children.count - 1) : source.string(in: base))
            }
        }
        let comments = otherOwnLines(in: SourceRange(lower, upper), besides: kept)
        if !comments.isEmpty {
            text = Self.insert(comments, beforeLastLineOf: text, lineBreak(near: stretch.before ?? stretch.after ?? 0))
        }
        return text
    }

    /// What follows the last child that stays, which has a comment behind it.
    private func endText(_ after: Int, _ comment: String, _ added: [String], _ kept: inout [SourceRange]) -> String {
        let lineBreak = lineBreak(near: after)
        let end = hasTrailingSeparator ? "," : ""
        var text = (added.isEmpty ? end : ",") + comment + lineBreak
        let last = zone(after: children.count - 1)
        if after == children.count - 1 {
            text += linesBelow(after)
            kept.append(last)
        } else if firstBreak(in: last) != nil {
            kept.append(SourceRange(lastLineStart(in: last), last.upperBound))
        }
        if !added.isEmpty { text += lineIndentation(of: after) + added.joined(separator: "," + gap) + end + lineBreak }
        return text + closingLine
    }

    /// What stands at the start of a child's line; the column of the first child in the line of the bracket.
    private func lineIndentation(of index: Int) -> String {
        let line = source.lineRange(at: children[index].start).lowerBound
        guard line >= inside.lowerBound else { return ValueWriter.blanks(source.column(at: children[0].start)) }
        let start = source.bytes[line...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line
        return source.string(in: SourceRange(line, start))
    }

    /// The line of the closing bracket up to it.
    private var closingLine: String {
        let last = children.count - 1
        let zone = zone(after: last)
        if firstBreak(in: zone) != nil {
            return withoutSeparator(SourceRange(lastLineStart(in: zone), zone.upperBound), of: last)
        }
        return lineIndentation(of: last)
    }

    /// A child that moves takes the comment behind it along, and what follows goes on in the next line.
    private func inlineText(of child: ExpectedChild) -> String {
        guard case .existing(let index, _) = child, case let comment = lineComment(of: child), !comment.isEmpty else {
            return text(of: child)
        }
        return text(of: child) + comment + lineBreak(near: index) + lineIndentation(of: index)
    }

    /// A separator as it stands, without the comment of a child that goes, if it had the line for itself, or moves.
    private func baseText(_ index: Int) -> String {
        let zone = zone(after: index)
        guard !fates.stays[index], startsLine(index) || fates.isKept[index], let lineEnd = firstBreak(in: zone),
            let comment = tree.comments(in: zone.lowerBound..<max(zone.lowerBound, lineEnd)).first
        else { return source.string(in: zone) }
        let head = source.bytes[zone.lowerBound..<Int(comment.start)]
        let end = head.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? zone.lowerBound
        return source.string(in: SourceRange(zone.lowerBound, end))
            + source.string(in: SourceRange(Int(comment.end), zone.upperBound))
    }

    private func otherOwnLines(in range: SourceRange, besides kept: [SourceRange]) -> String {
        tree.lines(
            of: tree.ownLineComments(in: range).filter { comment in
                let place = Int(comment.start)
                return !isInKeptChild(place) && !kept.contains { $0.contains(place) }
            })
    }

    private func isInKeptChild(_ offset: Int) -> Bool {
        let index = children.firstSortedIndex { $0.start > offset } - 1
        return index >= 0 && offset < children[index].end && fates.isKept[index]
    }

    private static func insert(_ lines: String, beforeLastLineOf text: String, _ lineBreak: String) -> String {
        let scalars = text.unicodeScalars
        guard let place = scalars.lastIndex(where: { $0 == "\n" || $0 == "\r" }) else {
            return text + lineBreak + lines
        }
        let split = scalars.index(after: place)
        return String(scalars[..<split]) + lines + String(scalars[split...])
    }

    /// The comment on the line of a child that moves, with the blanks before it.
    func lineComment(of child: ExpectedChild) -> String {
        guard case .existing(let index, _) = child, let lineEnd = firstBreak(in: zone(after: index)),
            let comment = tree.comments(in: children[index].end..<max(children[index].end, lineEnd)).first
        else { return "" }
        let comma = children[index].separator
        let from = comma >= 0 && comma < Int(comment.start) ? comma + 1 : children[index].end
        // A comment may touch a comma, but not the end of a plain scalar.
        return (from == Int(comment.start) ? " " : "") + source.string(in: SourceRange(from, Int(comment.end)))
    }
}
