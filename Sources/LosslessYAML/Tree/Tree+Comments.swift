extension Tree {
    /// The comments that start in a part of the text.
    func comments(in range: Range<Int>) -> ArraySlice<CommentRecord> {
        func first(from offset: Int) -> Int { commentRanges.firstSortedIndex { Int($0.start) >= offset } }
        return commentRanges[first(from: range.lowerBound)..<first(from: range.upperBound)]
    }

    /// Those that have their line for themselves.
    func ownLineComments(in range: SourceRange) -> [CommentRecord] {
        comments(in: range.offsets).filter(\.isAloneOnLine)
    }

    /// The whole lines of comments, as they stand.
    func lines(of comments: some Sequence<CommentRecord>) -> String {
        comments.map { source.string(in: source.lineRange(at: Int($0.start))) }.joined()
    }
}
