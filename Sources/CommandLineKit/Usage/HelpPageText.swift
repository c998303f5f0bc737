import CondaURL

/// A page of help as it grows: sections, paragraphs and definitions, wrapped.
struct HelpPageText {
    let width: Int
    private(set) var text = StyledText(spans: [])
    /// Whether nothing stands below the title of the section.
    private var isFresh = true

    private static let margin = 7
    private static let definitionMargin = 15

    init(width: Int) { self.width = width }

    mutating func section(_ title: String) {
        if !text.spans.isEmpty { text += "\n" }
        text += StyledText(title, .bold) + "\n"
        isFresh = true
    }

    /// An empty line before all but the first of a section.
    private mutating func separate() {
        if !isFresh { text += "\n" }
        isFresh = false
    }

    mutating func paragraphs(_ paragraphs: [String]) {
        for paragraph in paragraphs {
            separate()
            add(paragraph: paragraph, indent: HelpPageText.margin)
        }
    }

    private mutating func add(paragraph: String, indent: Int) {
        for line in TextWrapping.lines(paragraph, width: max(width - indent, 16)) { add(line, indent: indent) }
    }

    /// A line whose continuation lines stand under the first piece.
    mutating func hanging(_ head: String, _ pieces: [String]) {
        let columns = DisplayWidth.of(head.filter { $0 != "`" })
        let room = width - HelpPageText.margin - columns - 1
        // A group of options that is wider than what is left of a line is broken between them.
        let pieces = pieces.flatMap { DisplayWidth.of($0) <= room ? [$0] : HelpPageText.broken($0) }
        for (number, line) in TextWrapping.lines(pieces, width: room, columns: DisplayWidth.of).enumerated() {
            let lead = number == 0 ? head : String(repeating: " ", count: columns)
            add(lead + " " + line, indent: HelpPageText.margin)
        }
    }

    private static func broken(_ group: String) -> [String] {
        group.replacing(" | ", with: " |\n").split(separator: "\n").map(String.init)
    }

    /// Terms and what they mean.
    ///
    /// - Parameter areShort: whether it stands beside them, and not below.
    mutating func definitions(_ entries: [(term: String, text: String)], areShort: Bool) {
        guard !entries.isEmpty else { return }
        separate()
        let widths = entries.map { entry in entry.term.count { $0 != "`" } }
        let indent = areShort ? HelpPageText.margin + (widths.max() ?? 0) + 3 : HelpPageText.definitionMargin
        for (entry, used) in zip(entries, widths) {
            guard areShort else {
                add(entry.term, indent: HelpPageText.margin)
                add(paragraph: entry.text, indent: indent)
                continue
            }
            let gap = String(repeating: " ", count: indent - HelpPageText.margin - used)
            let lines = TextWrapping.lines(entry.text, width: max(width - indent, 16))
            add(entry.term + gap + (lines.first ?? ""), indent: HelpPageText.margin)
            for line in lines.dropFirst() { add(line, indent: indent) }
        }
    }

    mutating func examples(_ examples: KeyValuePairs<String, String>) {
        for (command, explanation) in examples {
            separate()
            add(paragraph: explanation, indent: HelpPageText.margin)
            for (number, line) in HelpPageText.commandLines(command, width: width - HelpPageText.margin - 4)
                .enumerated()
            {
                add((number == 0 ? "  $ `" : "      `") + line + "`", indent: HelpPageText.margin)
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
        // Two columns for the blank and the backslash; the lines that follow are indented by two more.
        let lines = TextWrapping.lines(words, width: width - 4, columns: DisplayWidth.of)
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
