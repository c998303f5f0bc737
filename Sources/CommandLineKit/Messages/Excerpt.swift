/// The lines of a text that a message is about, with carets under the places that it means.
///
/// Secrets are redacted before the places are computed, control characters are spelt out, a tab goes to the next multiple
/// of four, and a line that does not fit is cut around its first mark.
package struct Excerpt: Sendable, Equatable {
    /// A place in the text, on one line.
    package struct Mark: Sendable, Equatable {
        /// From 1.
        package var line: Int
        /// From 1, in code points; a byte order mark is not counted.
        package var column: Int
        /// The line of the end; nil for the line of the beginning.
        package var endLine: Int?
        /// The column after the last one; nil for one column.
        package var endColumn: Int?
        /// What is said behind the carets.
        package var label: String?

        package init(line: Int, column: Int, endLine: Int? = nil, endColumn: Int? = nil, label: String? = nil) {
            self.line = line
            self.column = column
            self.endLine = endLine
            self.endColumn = endColumn
            self.label = label
        }
    }

    /// Most lines of the text that are shown.
    static let mostLines = 3

    /// A mark, and the line that it stands on.
    private struct MarkedLine: Equatable {
        let line: ExcerptLine
        let mark: Mark
    }

    private let shown: [MarkedLine]

    /// - Returns: nil where the text has none of the lines.
    package init?(of source: ExcerptSource, marks: [Mark]) {
        let sorted = marks.filter { source.line($0.line) != nil }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        let visible = sorted.filter { source.shows($0) }
        let marked = visible.isEmpty ? sorted.map { source.lastSeen(at: $0) } : visible
        shown = marked.prefix(Excerpt.mostLines).compactMap { mark in
            source.line(mark.line).map {
                MarkedLine(line: ExcerptLine($0, around: mark.column, hidden: source.hidden), mark: mark)
            }
        }
        if shown.isEmpty { return nil }
    }

    /// The excerpt for people, each line without its line break.
    ///
    /// - Parameter width: columns to keep to.
    package func lines(width: Int, style: Style) -> [StyledText] {
        let digits = shown.map { String($0.mark.line).utf8.count }.max() ?? 1
        let margin = String(repeating: " ", count: digits + 1)
        let room = max(width - digits - 5, 16)
        var lines: [StyledText] = []
        var last: (line: Int, text: String)?
        for marked in shown {
            let mark = marked.mark
            let view = marked.line.view(around: mark, room: room)
            // Two marks on one line share it where it is shown alike.
            if last?.line != mark.line || last?.text != view.text {
                let number = String(mark.line)
                let gutter = String(repeating: " ", count: digits + 1 - number.utf8.count) + number + " |"
                lines.append(StyledText(gutter, .dim) + StyledText(view.text.isEmpty ? "" : " " + view.text))
            }
            last = (mark.line, view.text)
            let carets = String(repeating: "^", count: view.marked.count)
            let label = mark.label.map { " " + ControlCharacters.escaped(Redactor.redact($0)) } ?? ""
            lines.append(
                StyledText(margin + " |", .dim)
                    + StyledText(" " + String(repeating: " ", count: view.marked.lowerBound))
                    + StyledText(carets + label, style))
        }
        return lines
    }
}
