/// A table for people: columns aligned, the widest cut where the terminal is too narrow.
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
    /// - Parameter width: columns to keep to; nil to cut nothing, for output that is no terminal.
    package func text(width: Int?) -> StyledText {
        guard !rows.isEmpty else { return StyledText(spans: []) }
        let widths = fittedWidths(width)
        var text = line(header.map { StyledText($0, .bold) }, widths)
        for row in rows { text += line(row, widths) }
        return text
    }

    private func fittedWidths(_ width: Int?) -> [Int] {
        var widths = header.map { DisplayWidth.of($0) }
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                widths[column] = max(widths[column], DisplayWidth.of(cell.plain))
            }
        }
        guard let width else { return widths }
        let gaps = 2 * (widths.count - 1)
        while widths.reduce(gaps, +) > width, let widest = widths.max(), widest > 8,
            let column = widths.firstIndex(of: widest)
        {
            let excess = widths.reduce(gaps, +) - width
            let next = widths.filter { $0 < widest }.max() ?? 0
            widths[column] = max(widest - excess, next, 8) == widest ? widest - 1 : max(widest - excess, next, 8)
        }
        return widths
    }

    private func line(_ cells: [StyledText], _ widths: [Int]) -> StyledText {
        var line = StyledText(spans: [])
        for (column, width) in widths.enumerated() {
            let cell = column < cells.count ? cells[column] : ""
            let fitting = fitted(cell, width)
            line += fitting
            if column < widths.count - 1 {
                line += StyledText(String(repeating: " ", count: width - DisplayWidth.of(fitting.plain) + 2))
            }
        }
        while let last = line.spans.last, last.style == nil, last.text.allSatisfy({ $0 == " " }) {
            line.spans.removeLast()
        }
        return line + "\n"
    }

    private func fitted(_ cell: StyledText, _ width: Int) -> StyledText {
        guard DisplayWidth.of(cell.plain) > width else { return cell }
        return StyledText(DisplayWidth.truncated(cell.plain, to: width), cell.spans.first?.style)
    }
}

extension StyledText {
    package init(spans: [Span]) { self.spans = spans }
}
