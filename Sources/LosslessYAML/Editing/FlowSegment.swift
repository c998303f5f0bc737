/// A part of a line in a collection of brackets or braces: a child and what stands behind it, or only the latter.
struct FlowSegment {
    /// With what stands before it; empty where the segment has none.
    var child = ""
    /// Before the separator.
    var blanks = ""
    var hasSeparator = false
    /// Behind the separator, or behind the child where there is none.
    var gap = ""
    var comment = ""
    /// Empty where the line goes on, which it never does behind a comment.
    var lineBreak = ""
}

extension FlowSegment {
    /// Takes apart what stands between two children, or a child and a bracket.
    ///
    /// - Parameter separator: where the separator is, which may be there.
    /// - Returns: the rest of the line, whole lines, and the beginning of the last line; only the first if there is no break.
    static func between(_ range: SourceRange, separator: Int = -1, in tree: Tree) -> [FlowSegment] {
        let source = tree.source
        var segments: [FlowSegment] = []
        var place = range.lowerBound
        while true {
            let line = source.lineRange(at: place)
            let lineBreak = line.upperBound <= range.upperBound ? source.lineBreak(at: place)?.rawValue ?? "" : ""
            let end = lineBreak.isEmpty ? range.upperBound : line.upperBound - lineBreak.utf8.count
            let comment = tree.comments(in: place..<end).first.map { Int($0.start) } ?? end
            var segment = FlowSegment(comment: source.string(in: SourceRange(comment, end)), lineBreak: lineBreak)
            segment.hasSeparator = place..<comment ~= separator
            segment.blanks = segment.hasSeparator ? source.string(in: SourceRange(place, separator)) : ""
            segment.gap = source.string(in: SourceRange(segment.hasSeparator ? separator + 1 : place, comment))
            segments.append(segment)
            if lineBreak.isEmpty { return segments }
            place = line.upperBound
        }
    }

    var withoutSeparator: FlowSegment {
        var segment = self
        segment.hasSeparator = false
        return segment
    }
}

extension [FlowSegment] {
    /// The text, which follows a child or the opening bracket.
    var text: String {
        var isAtLineStart = false
        return reduce(into: "") { text, segment in
            text += segment.child + segment.blanks + (segment.hasSeparator ? "," : "") + segment.gap
            // A comment may touch a quote or comma, but what stands before it now may end in neither.
            let isApart = isAtLineStart || text.utf8.last.map { " \t,".utf8.contains($0) } ?? false
            text += (segment.comment.isEmpty || isApart ? "" : " ") + segment.comment + segment.lineBreak
            isAtLineStart = !segment.lineBreak.isEmpty
        }
    }

    /// The whole lines of what stands between two children, without a separator.
    var wholeLines: [FlowSegment] {
        dropFirst().dropLast().filter { !$0.hasSeparator || !$0.comment.isEmpty }.map(\.withoutSeparator)
    }
}
