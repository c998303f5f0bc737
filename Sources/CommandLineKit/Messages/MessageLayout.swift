/// How messages look: the one place that lays them out, for both programs.
///
/// A headline, the excerpt below it, then the hint. On a terminal what does not fit is broken between words, and goes on
/// below the beginning of its text.
struct MessageLayout {
    /// Columns of the terminal; nil for output that is no terminal, where only excerpts are cut.
    let width: Int?
    /// Columns that an excerpt keeps to.
    let excerptWidth: Int

    /// A message among the results of a command, such as a finding.
    func finding(_ message: Message) -> [StyledText] {
        var lead: [StyledText] = []
        if let place = message.place { lead.append(StyledText(Redactor.line(place) + ":", .bold)) }
        if let code = message.code {
            lead.append(StyledText(Redactor.line(code), message.severity.style) + StyledText(":"))
        }
        return lines(of: message, behind: lead)
    }

    /// A message beside the results: `PROGRAM: error: …`.
    ///
    /// - Parameter isLabelled: whether the severity stands before the text, which is no plain statement then.
    func report(_ message: Message, program: String, isLabelled: Bool) -> [StyledText] {
        let severity = message.severity
        let lead = isLabelled ? [StyledText(severity.rawValue + ":", severity.style)] : []
        let place = message.place.map { [StyledText(Redactor.line($0) + ":")] } ?? []
        return lines(of: message, behind: [StyledText("\(program):")] + lead + place)
    }

    private func lines(of message: Message, behind lead: [StyledText]) -> [StyledText] {
        paragraph(lead, Redactor.line(message.text), indent: 4)
            + (message.excerpt?.lines(width: excerptWidth, style: message.severity.style) ?? [])
            + (message.hint.map { paragraph([StyledText("  hint:", .bold)], Redactor.line($0), indent: 8) } ?? [])
    }

    /// Words after a beginning, broken to the width.
    func paragraph(_ lead: [StyledText], _ text: String, indent: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText(spans: [])
        var used = 0
        let margin = StyledText(String(repeating: " ", count: indent))
        let words = width.map { self.words(of: text, room: $0 - indent) } ?? [text]
        for piece in lead + words.map({ StyledText($0) }) {
            let columns = DisplayWidth.of(piece.plain)
            // A word that fits no line is left to the terminal, but not before one of its own was tried.
            if let width, used > indent, used + 1 + columns > width {
                lines.append(line)
                (line, used) = (margin + piece, indent + columns)
            } else {
                line += (used > 0 ? " " : "") + piece
                used += columns + (used > 0 ? 1 : 0)
            }
        }
        return lines + [line]
    }

    /// The words, with what stands in backquotes as one of them where it fits a line.
    private func words(of text: String, room: Int) -> [String] {
        var words: [String] = []
        var isInCode = false
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if isInCode, let code = words.last, DisplayWidth.of(code) + 1 + DisplayWidth.of(String(word)) <= room {
                words[words.count - 1] += " " + word
            } else {
                words.append(String(word))
            }
            if word.utf8.count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1 { isInCode.toggle() }
        }
        return words
    }
}
