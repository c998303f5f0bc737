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

    /// No column is narrower than its longest word, but where there is no room: then a path is broken behind a `/`.
    private func fittedWidths(_ width: Int?) -> [Int] {
        func widest(_ parts: (String) -> [String]) -> [Int] {
            header.indices.map { column in
                rows.filter { column < $0.count }.flatMap { parts($0[column].plain) }.map(DisplayWidth.of)
                    .reduce(DisplayWidth.of(header[column]), max)
            }
        }
        var widths = widest { [$0] }
        guard let width else { return widths }
        var excess = widths.reduce(2 * (widths.count - 1), +) - width
        for parts in [{ $0.split(separator: " ").map(String.init) }, TextTable.steps] where excess > 0 {
            let least = widest(parts)
            while excess > 0 {
                let candidates = widths.indices.filter { widths[$0] > least[$0] }
                guard let column = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[column] -= 1
                excess -= 1
            }
        }
        return widths
    }

    /// The steps of the paths in a text, each with the slashes behind it, and its other words.
    private static func steps(_ text: String) -> [String] {
        text.split(separator: " ").flatMap { word -> [String] in
            var steps: [String] = [""]
            for character in word {
                if character != "/", steps[steps.count - 1].hasSuffix("/") { steps.append("") }
                steps[steps.count - 1].append(character)
            }
            return steps
        }
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
        return TextWrapping.lines(cell.plain, width: width).flatMap { line -> [String] in
            guard DisplayWidth.of(line) > width else { return [line] }
            return TextTable.steps(line).reduce(into: []) { lines, step in
                if let last = lines.last, DisplayWidth.of(last + step) <= width {
                    lines[lines.count - 1] += step
                } else {
                    lines.append(step)
                }
            }
        }.map { StyledText(DisplayWidth.truncated($0, to: width), cell.spans.first?.style) }
    }
}
