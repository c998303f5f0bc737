extension EditList {
    /// Deletes whole lines, but for those that hold nothing but a comment of the tree, if one is given.
    ///
    /// - Parameter column: of the collection that they are part of.
    mutating func deleteLines(_ lower: Int, _ upper: Int, in column: Int, exceptCommentsOf tree: Tree?) {
        var place = lower
        for comment in tree?.ownLineComments(in: SourceRange(lower, upper)) ?? [] {
            let line = tree?.source.lineRange(at: Int(comment.start)) ?? SourceRange(place, place)
            if line.lowerBound > place { delete(place, line.lowerBound) }
            place = max(place, line.upperBound)
        }
        if place < upper { delete(place, upper) }
        removals.append(RemovedLines(lines: SourceRange(lower, upper), column: column, keepsComments: tree != nil))
    }
}
