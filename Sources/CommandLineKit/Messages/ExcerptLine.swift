/// One line of a text in columns of a terminal: what each of its code points looks like.
struct ExcerptLine: Sendable, Equatable {
    /// What a code point is shown as, and the columns that takes.
    private struct Cell: Equatable {
        var text: String
        var width: Int
    }

    /// What is shown of a line, and the columns of it that are marked.
    struct View {
        var text: String
        var marked: Range<Int>
    }

    private static let tabWidth = 4
    private static let ellipsis = Cell(text: "…", width: 1)

    /// Code points on either side of the mark that are looked at: more than any terminal shows.
    private static let reach = 1000

    private var cells: [Cell] = []
    /// Code points of the line before the first cell.
    private var skipped = 0
    private var isCutBehind = false
    private var columns = 0

    /// - Parameters:
    ///   - line: without its line break.
    ///   - column: the one that will be marked, from 1.
    ///   - hidden: what else is secret in the text that the line is a part of.
    init(_ line: ArraySlice<UInt8>, around column: Int, hidden: [Range<Int>] = []) {
        let bytes = Array(line)
        let near = (column - 1 - ExcerptLine.reach)..<(column - 1 + ExcerptLine.reach)
        var codePoint = 0
        /// Takes code points of the line, if they are near enough to be shown.
        func take(_ count: Int, to line: inout ExcerptLine, _ append: (inout ExcerptLine) -> Void) {
            if near.contains(codePoint) {
                append(&line)
            } else if codePoint < near.lowerBound {
                line.skipped += count
            } else {
                line.isCutBehind = true
            }
            codePoint += count
        }
        func take(_ text: ArraySlice<UInt8>, to line: inout ExcerptLine) {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                take(1, to: &line) { $0.append(scalar) }
            }
        }
        var position = 0
        for secret in Redactor.spans(in: line, hidden: hidden) {
            take(bytes[position..<secret.range.lowerBound], to: &self)
            let count = String(decoding: bytes[secret.range], as: UTF8.self).unicodeScalars.count
            take(count, to: &self) {
                $0.append(Cell(text: secret.shown, width: DisplayWidth.of(secret.shown)))
                // The columns of what is not shown lie where the secret begins.
                $0.cells += [Cell](repeating: Cell(text: "", width: 0), count: max(0, count - 1))
            }
            position = secret.range.upperBound
        }
        take(bytes[position...], to: &self)
    }

    private mutating func append(_ cell: Cell) {
        cells.append(cell)
        columns += cell.width
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar == "\t" {
            let width = ExcerptLine.tabWidth - columns % ExcerptLine.tabWidth
            append(Cell(text: String(repeating: " ", count: width), width: width))
        } else {
            let shown = ControlCharacters.escaped(String(scalar))
            append(Cell(text: shown, width: DisplayWidth.of(shown)))
        }
    }

    /// The part of the line that fits into a number of columns, the mark in it.
    func view(around mark: Excerpt.Mark, room: Int) -> View {
        var start = min(max(mark.column - 1 - skipped, 0), cells.count)
        // What is hidden, or lies on a character, is marked where something is seen.
        while start > 0, start < cells.count, cells[start].width == 0 { start -= 1 }
        let goesOn = mark.endLine.map { $0 > mark.line } == true
        let endColumn = goesOn ? Int.max : mark.endColumn ?? mark.column + 1
        let end = goesOn ? cells.count : min(max(endColumn - 1 - skipped, start), cells.count)
        var (first, last) = (0, cells.count)
        if columns > room || skipped > 0 || isCutBehind {
            // A third of the room for what stands before the mark, a column each for what stands for the rest.
            first = start
            var before = 0
            while first > 0, before + cells[first - 1].width <= room / 3 {
                first -= 1
                before += cells[first].width
            }
            last = start
            var used = before + 2
            while last < cells.count, used + cells[last].width <= room {
                used += cells[last].width
                last += 1
            }
        }
        let isCutBefore = first > 0 || skipped > 0
        let shown =
            (isCutBefore ? [ExcerptLine.ellipsis] : []) + cells[first..<last]
            + (last < cells.count || isCutBehind ? [ExcerptLine.ellipsis] : [])
        let lead = (isCutBefore ? 1 : 0) + width(first..<start)
        let marked = max(1, width(start..<max(start, min(end, last))))
        var text = shown.map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return View(text: text, marked: lead..<(lead + marked))
    }

    private func width(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }
}
