import CondaURL

/// A page of help as it grows: sections, paragraphs and definitions, wrapped.
struct Page {
    let width: Int
    private(set) var text = StyledText(spans: [])

    private static let margin = 7
    private static let definitionMargin = 15

    init(width: Int) { self.width = width }

    mutating func section(_ title: String) {
        if !text.spans.isEmpty { text += "\n" }
        text += StyledText(title, .bold) + "\n"
    }

    mutating func paragraphs(_ paragraphs: [String]) {
        for (position, paragraph) in paragraphs.enumerated() {
            if position > 0 { text += "\n" }
            self.paragraph(paragraph, separated: false)
        }
    }

    mutating func paragraph(_ paragraph: String, indent: Int = Page.margin, separated: Bool = false) {
        if separated { text += "\n" }
        for line in TextWrapping.lines(paragraph, width: max(width - indent, 16)) { add(line, indent: indent) }
    }

    /// A line whose continuation lines stand under the first piece.
    mutating func hanging(_ head: String, _ pieces: [String]) {
        let shown = head.filter { $0 != "`" }
        let indent = Page.margin + shown.count + 1
        var line = head
        var used = Page.margin + shown.count
        // A group of options that is wider than what is left of a line is broken between them.
        let pieces = pieces.flatMap { piece in
            indent + DisplayWidth.of(piece) <= width ? [piece] : Page.broken(piece)
        }
        for piece in pieces {
            if used + 1 + DisplayWidth.of(piece) > width, used > indent {
                add(line, indent: used == indent ? indent : Page.margin)
                line = String(repeating: " ", count: indent - Page.margin - 1)
                used = indent - 1
            }
            line += " " + piece
            used += 1 + DisplayWidth.of(piece)
        }
        add(line, indent: Page.margin)
    }

    private static func broken(_ group: String) -> [String] {
        group.replacing(" | ", with: " |\n").split(separator: "\n").map(String.init)
    }

    /// A list of short terms, each with a line of text beside it.
    mutating func definitions(_ entries: [(term: String, text: String)]) {
        let widest = entries.map { $0.term.filter { $0 != "`" }.count }.max() ?? 0
        for entry in entries {
            let gap = widest - entry.term.filter { $0 != "`" }.count + 3
            let indent = Page.margin + widest + 3
            let lines = TextWrapping.lines(entry.text, width: max(width - indent, 16))
            add(entry.term + String(repeating: " ", count: gap) + (lines.first ?? ""), indent: Page.margin)
            for line in lines.dropFirst() { add(line, indent: indent) }
        }
    }

    /// A term on its own line and the text below it.
    mutating func definition(_ term: String, _ text: String) {
        add(term, indent: Page.margin)
        paragraph(text, indent: Page.definitionMargin)
    }

    mutating func examples(_ examples: [Example]) {
        guard !examples.isEmpty else { return }
        section("EXAMPLES")
        for (position, example) in examples.enumerated() {
            if position > 0 { text += "\n" }
            paragraph(example.explanation)
            for (number, line) in Page.commandLines(example.command, width: width - Page.margin - 4).enumerated() {
                add((number == 0 ? "  $ `" : "      `") + line + "`", indent: Page.margin)
            }
        }
    }

    /// A command as a shell takes it over several lines where it does not fit one; no line is broken inside quotes.
    static func commandLines(_ command: String, width: Int) -> [String] {
        guard DisplayWidth.of(command) > width else { return [command] }
        var words: [String] = []
        var isQuoted = false
        for piece in command.split(separator: " ", omittingEmptySubsequences: false) {
            if isQuoted { words[words.count - 1] += " " + piece } else { words.append(String(piece)) }
            if piece.utf8.count(where: { $0 == UInt8(ascii: "'") }) % 2 == 1 { isQuoted.toggle() }
        }
        var lines: [String] = []
        for word in words {
            // Two columns for the blank and the backslash; the lines that follow are indented by two more.
            if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= width - 4 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return lines.dropLast().map { $0 + " \\" } + lines.suffix(1)
    }

    /// A line, its `code` in bold.
    private mutating func add(_ line: String, indent: Int) {
        text += StyledText(String(repeating: " ", count: indent))
        for (position, piece) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            text += StyledText(String(piece), position % 2 == 1 ? .bold : nil)
        }
        text += "\n"
    }
}
