/// Where each child has a line of its own.
extension FlowChildrenEdit {
    func linesText(_ stretch: ChildFates.Stretch) -> String {
        let lineBreak = lineBreak(near: stretch.after ?? stretch.before ?? 0)
        let goesOn = !stretch.run.isEmpty || stretch.before != nil
        let indentation = indentation(of: stretch.after ?? stretch.before ?? 0)
        var text = Segments()
        var filler = Segments()

        if let after = stretch.after {
            let zone = zone(after: after)
            let lineEnd = firstBreak(in: zone)
            let head = SourceRange(zone.lowerBound, lineEnd ?? zone.lowerBound)
            if goesOn || hasTrailingSeparator {
                text.add(head.contains(children[after].separator) ? "" : ",")
                text.add(source.string(in: head), endsInComment: !tree.comments(in: head.offsets).isEmpty)
            } else {
                text.add(withoutSeparator(head, of: after), endsInComment: !tree.comments(in: head.offsets).isEmpty)
            }
            if lineEnd != nil { filler.add(linesBelow(after), endsInComment: endsInComment(after)) }
            if lineEnd == nil { text.add(lineBreak) }
        } else {
            let lead = SourceRange(inside.lowerBound, children[0].start)
            text.isAtLineStart = firstBreak(in: lead) != nil
            text.add(
                source.string(
                    in: SourceRange(lead.lowerBound, text.isAtLineStart ? lastLineStart(in: lead) : lead.upperBound)))
        }

        for (place, child) in stretch.run.enumerated() {
            let isLast = place == stretch.run.count - 1 && stretch.before == nil
            text.add((text.isAtLineStart ? indentation : "") + self.text(of: child))
            let comment = lineComment(of: child)
            text.add(isLast && !hasTrailingSeparator ? "" : ",")
            text.add(comment + lineBreak, endsInComment: !comment.isEmpty)
            text.isAtLineStart = true
        }

        for index in stretch.dropped {
            if !fates.isKept[index] {
                let inner = SourceRange(children[index].start, children[index].end)
                filler.add(tree.lines(of: tree.ownLineComments(in: inner)), endsInComment: true)
            }
            filler.add(linesBelow(index), endsInComment: endsInComment(index))
        }
        if !text.isAtLineStart, !filler.text.isEmpty {
            text.add(lineBreak)
            text.isAtLineStart = true
        }
        text.add(filler.text, endsInComment: filler.endsInComment)
        if let before = stretch.before { return text.text + (text.isAtLineStart ? self.indentation(of: before) : "") }
        let last = children.count - 1
        let end = zone(after: last)
        if firstBreak(in: end) != nil {
            return text.text + withoutSeparator(SourceRange(lastLineStart(in: end), end.upperBound), of: last)
        }
        // The bracket goes on the line, unless that ends in a comment.
        if text.isAtLineStart, !text.endsInComment, text.text.hasSuffix(lineBreak) {
            text.text = String(text.text.unicodeScalars.dropLast(lineBreak.unicodeScalars.count))
        }
        return text.text + withoutSeparator(end, of: last)
    }

    /// Whether the last of the whole lines below a child ends in a comment.
    private func endsInComment(_ index: Int) -> Bool {
        let zone = zone(after: index)
        guard let lineEnd = firstBreak(in: zone), case let upper = lastLineStart(in: zone), upper > lineEnd else {
            return false
        }
        return !tree.comments(in: source.lineRange(at: upper - 1).offsets).isEmpty
    }

    /// Text that is put together, and whether its last line ends in a comment.
    private struct Segments {
        var text = ""
        var endsInComment = false
        var isAtLineStart = true

        mutating func add(_ segment: String, endsInComment isComment: Bool = false) {
            if segment.isEmpty { return }
            text += segment
            endsInComment = isComment
        }
    }
}
