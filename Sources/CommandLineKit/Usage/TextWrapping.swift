/// Paragraphs broken into lines.
package enum TextWrapping {
    /// The words of the text in lines of at most `width` columns; a longer word stands alone.
    package static func lines(_ text: String, width: Int) -> [String] {
        // Backquotes mark code and are not shown.
        lines(text.split(separator: " "), width: width) { DisplayWidth.of($0.filter { $0 != "`" }) }
    }

    /// Pieces in such lines, by the columns that each takes.
    static func lines<Piece: StringProtocol>(_ pieces: [Piece], width: Int, columns: (Piece) -> Int) -> [String] {
        var lines: [String] = []
        var used = 0
        for piece in pieces {
            let needed = columns(piece)
            if let last = lines.indices.last, used + 1 + needed <= width {
                lines[last] += " " + piece
                used += 1 + needed
            } else {
                lines.append(String(piece))
                used = needed
            }
        }
        return lines
    }
}
