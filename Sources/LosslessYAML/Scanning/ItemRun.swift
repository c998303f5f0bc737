/// Lines of plain items that follow each other in one column, without the first and the last of them.
///
/// Between two such lines a third one leaves libyaml's scanner in the state it was in, and yields a dash and a scalar. So
/// libyaml is given the text without these lines; where it finds the items around them in one block sequence, theirs are
/// put in, and where it finds anything else, the text is read again, whole.
struct ItemRun {
    /// Counted from 0.
    let lines: Range<Int>
    /// UTF-8 byte offsets, line breaks included.
    let bytes: Range<Int>
    /// Of the dashes, from 0.
    let column: Int

    /// So short a run is not worth it.
    static let shortest = 16

    /// The runs of a text, in its order.
    static func all(in source: SourceText, _ bytes: UnsafeRawBufferPointer) -> [ItemRun] {
        var runs: [ItemRun] = []
        var first = 0
        var column = -1
        for line in 0...source.lineStarts.count {
            var found = -1
            if line < source.lineStarts.count {
                let start = Int(source.lineStarts[line])
                if let item = ItemLine(at: start, in: bytes) { found = item.dash - start }
            }
            if found == column { continue }
            if column >= 0, line - first >= shortest {
                let lines = first + 1..<line - 1
                runs.append(
                    ItemRun(
                        lines: lines,
                        bytes: Int(source.lineStarts[lines.lowerBound])..<Int(source.lineStarts[lines.upperBound]),
                        column: column))
            }
            (first, column) = (line, found)
        }
        return runs
    }
}
