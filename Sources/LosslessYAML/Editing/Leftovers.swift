/// What becomes of the comments and blank lines that removed lines leave behind, the least first.
///
/// A block scalar above takes for its text what stands further to the right than it, and blank lines where it keeps its end.
enum Leftovers: CaseIterable {
    case untouched
    /// Comments go to the column of what was removed.
    case aligned
    /// So they do, and the blank lines right below what was removed go as well.
    case closedUp
}

/// Whole lines that go, and where comments left behind by them may stand.
struct Removal {
    let lines: SourceRange
    let column: Int
    let keepsComments: Bool

    func tidy(dropsBlankLines: Bool, of tree: Tree, into edits: inout EditList) {
        let source = tree.source
        func align(_ comment: CommentRecord) {
            let start = source.lineRange(at: Int(comment.start)).lowerBound
            edits.replace(start, Int(comment.start), with: ValueWriter.blanks(column))
        }
        if keepsComments { tree.ownLineComments(in: lines).forEach(align) }
        var place = lines.upperBound
        var dropsBlankLines = dropsBlankLines
        while place < source.bytes.count {
            let line = source.lineRange(at: place)
            if let comment = tree.ownLineComments(in: line).first {
                align(comment)
                dropsBlankLines = false
            } else if source.bytes[line.lowerBound..<source.lineTextEnd(at: place)].contains(where: { $0 != 0x20 }) {
                return
            } else if dropsBlankLines {
                edits.delete(line.lowerBound, line.upperBound)
            }
            place = line.upperBound
        }
    }
}
