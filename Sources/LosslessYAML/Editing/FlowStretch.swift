/// Puts together what stands from one child that stays, or the opening bracket, to the next, or the closing bracket.
struct FlowStretch {
    private let collection: FlowCollection
    private let fates: ChildFates
    private let stretch: ChildFates.Stretch
    private(set) var segments: [FlowSegment] = []

    init(_ stretch: ChildFates.Stretch, of collection: FlowCollection, _ fates: ChildFates, inLines hasLines: Bool) {
        (self.stretch, self.collection, self.fates) = (stretch, collection, fates)
        if hasLines { fillLines() } else { fillLine() }
    }

    /// Each child has a line of its own.
    private mutating func fillLines() {
        let goesOn = stretch.before != nil || collection.hasTrailingSeparator
        if let after = stretch.after {
            let rest = collection.rest(after: after)
            segments = [rest.count > 1 ? rest[0] : FlowSegment(lineBreak: lineBreak)]
            segments[0].hasSeparator = goesOn || !stretch.run.isEmpty
        } else {
            segments = collection.opening
            // The indentation comes with the first child.
            if segments.count > 1 { segments.removeLast() }
        }
        addRun(inLines: true, endsInSeparator: goesOn)
        insert(linesLeft(besides: nil))
        if let before = stretch.before {
            addLead(of: before)
        } else if isBroken(after: collection.last) || !segments[segments.count - 1].comment.isEmpty {
            addClosingLine()
        } else {
            segments[segments.count - 1].lineBreak = ""
            segments.append(collection.rest(after: collection.last)[0].withoutSeparator)
        }
    }

    /// Children share lines, and what stands behind one of them stays as it is.
    private mutating func fillLine() {
        segments = stretch.after.map(collection.rest(after:)) ?? collection.opening
        // It belongs to the child before it, so what is added stands below.
        let hasComment = stretch.after != nil && !segments[0].comment.isEmpty
        var kept = stretch.after
        if stretch.before != nil, stretch.after == nil || hasComment {
            addRun(inLines: false, endsInSeparator: true)
            if !stretch.run.isEmpty { addLead(of: beside) }
        } else if hasComment {
            segments = [segments[0]] + segments.wholeLines
            segments[0].hasSeparator = !stretch.run.isEmpty || collection.hasTrailingSeparator
            addRun(inLines: false, endsInSeparator: collection.hasTrailingSeparator)
            if !stretch.run.isEmpty { segments[segments.count - 1].lineBreak = lineBreak }
            addClosingLine()
        } else {
            if stretch.after != nil { segments = stretch.run.isEmpty ? [] : [FlowSegment(hasSeparator: true)] }
            addRun(inLines: false, endsInSeparator: false)
            addLead(of: beside)
            kept = stretch.before == nil ? collection.last : spaces.first(where: isBroken) ?? stretch.after
            segments += keptRest(after: kept ?? 0)
        }
        insert(linesLeft(besides: kept).filter { !$0.comment.isEmpty })
    }

    // MARK: Parts

    private var beside: Int { stretch.after ?? stretch.before ?? 0 }
    private var lineBreak: String { collection.lineBreak(near: beside) }

    /// The children whose rests are in the stretch.
    private var spaces: Range<Int> { (stretch.after ?? 0)..<stretch.dropped.upperBound }

    private func isBroken(after index: Int) -> Bool { collection.rest(after: index).count > 1 }

    /// The children that are new or move here.
    private mutating func addRun(inLines: Bool, endsInSeparator: Bool) {
        for (place, child) in stretch.run.enumerated() {
            addLead(of: beside)
            var segment = FlowSegment(child: child.newText ?? "")
            if case .existing(let index, _) = child { segment = collection.segment(of: index) }
            segment.hasSeparator = endsInSeparator || place < stretch.run.count - 1
            if inLines || !segment.comment.isEmpty { segment.lineBreak = lineBreak }
            segments.append(segment)
        }
    }

    /// What stands before a child: the indentation of a new line, or the gap behind a separator.
    private mutating func addLead(of index: Int) {
        guard let last = segments.last else { return }
        if !last.lineBreak.isEmpty {
            segments.append(FlowSegment(gap: collection.indentation(of: index)))
        } else if last.hasSeparator, last.gap.isEmpty {
            segments.append(FlowSegment(gap: collection.gap))
        }
    }

    /// The line of the closing bracket up to it.
    private mutating func addClosingLine() {
        let rest = collection.rest(after: collection.last)
        let indentation = FlowSegment(gap: collection.indentation(of: collection.last))
        segments.append(rest.count > 1 ? rest[rest.count - 1].withoutSeparator : indentation)
    }

    /// What stays of the text behind a child, which itself may go: not a comment that goes along with it.
    private func keptRest(after index: Int) -> [FlowSegment] {
        var rest = collection.rest(after: index)
        if !rest[0].comment.isEmpty, !fates.stays[index], collection.startsLine(index) || fates.isKept[index] {
            (rest[0].gap, rest[0].comment) = ("", "")
        }
        return stretch.after == nil && stretch.run.isEmpty ? rest.map(\.withoutSeparator) : rest
    }

    /// The whole lines that stand in the stretch, but for those behind one child.
    private func linesLeft(besides kept: Int?) -> [FlowSegment] {
        spaces.flatMap { index in
            (index == stretch.after || fates.isKept[index] ? [] : collection.ownLines(in: index))
                + (index == kept ? [] : collection.rest(after: index).wholeLines)
        }
    }

    /// Inserts whole lines before the last line.
    private mutating func insert(_ lines: [FlowSegment]) {
        if lines.isEmpty { return }
        if let place = segments.lastIndex(where: { !$0.lineBreak.isEmpty }) {
            segments.insert(contentsOf: lines, at: place + 1)
        } else {
            segments[segments.count - 1].lineBreak = lineBreak
            segments += lines
            addLead(of: beside)
        }
    }
}
