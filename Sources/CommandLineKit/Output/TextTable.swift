/// A table for people: columns aligned, the widest broken between words where the terminal is too narrow.
package struct TextTable: Sendable {
    package let header: [String]
    package private(set) var rows: [[StyledText]] = []

    package init(_ header: [String]) { self.header = header }

    /// Adds a row; missing cells are empty.
    package mutating func add(_ cells: [StyledText]) {
        rows.append(
            cells.map { cell in
                StyledText(spans: cell.spans.map { .init(text: ControlCharacters.escaped($0.text), style: $0.style) })
            })
    }

    /// The table, each line ended; nothing where there are no rows.
    ///
    /// - Parameter width: columns to keep to, unless a single word is longer; nil to cut nothing, for output that is no terminal.
    package func text(width: Int?) -> StyledText {
        guard !rows.isEmpty else { return StyledText(spans: []) }
        let widths = fittedWidths(width)
        var text = line(header.map { StyledText($0, .bold) }, widths)
        for row in rows { text += line(row, widths) }
        return text
    }

    /// No column is narrower than its longest word, for a name that is cut cannot be typed.
    private func fittedWidths(_ width: Int?) -> [Int] {
        var widths = header.map { DisplayWidth.of($0) }
        var least = widths
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                let text = cell.plain
                widths[column] = max(widths[column], DisplayWidth.of(text))
                for word in text.split(separator: " ") {
                    least[column] = max(least[column], DisplayWidth.of(String(word)))
                }
            }
        }
        guard let width else { return widths }
        var excess = widths.reduce(2 * (widths.count - 1), +) - width
        while excess > 0 {
            let candidates = widths.indices.filter { widths[$0] > least[$0] }
            guard let column = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[column] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [StyledText], _ widths: [Int]) -> StyledText {
        let parts = widths.indices.map { column in
            column < cells.count ? wrapped(cells[column], widths[column]) : [""]
        }
        var text = StyledText(spans: [])
        for position in 0..<(parts.map(\.count).max() ?? 1) {
            var line = StyledText(spans: [])
            for (column, width) in widths.enumerated() {
                let cell = position < parts[column].count ? parts[column][position] : ""
                line += cell
                if column < widths.count - 1 {
                    line += StyledText(String(repeating: " ", count: max(width - DisplayWidth.of(cell.plain), 0) + 2))
                }
            }
            while let last = line.spans.last, last.style == nil, last.text.allSatisfy({ $0 == " " }) {
                line.spans.removeLast()
            }
            text += line + "\n"
        }
        return text
    }

    private func wrapped(_ cell: StyledText, _ width: Int) -> [StyledText] {
        guard DisplayWidth.of(cell.plain) > width else { return [cell] }
        return TextWrapping.lines(cell.plain, width: width).map {
            StyledText(DisplayWidth.truncated($0, to: width), cell.spans.first?.style)
        }
    }
}
