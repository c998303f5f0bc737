extension Tree {
    /// The comments that start in a part of the text.
    func comments(in range: Range<Int>) -> ArraySlice<CommentRecord> {
        let lower = firstComment(from: range.lowerBound)
        return commentRanges[lower..<firstComment(from: range.upperBound)]
    }

    /// Those that have their line for themselves.
    func ownLineComments(in range: SourceRange) -> [CommentRecord] {
        comments(in: range.offsets).filter(\.isAloneOnLine)
    }

    private func firstComment(from offset: Int) -> Int {
        var low = 0
        var high = commentRanges.count
        while low < high {
            let middle = (low + high) / 2
            if Int(commentRanges[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
