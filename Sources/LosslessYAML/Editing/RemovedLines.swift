/// Whole lines that go, and where comments left behind by them may stand.
struct RemovedLines {
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
