/// mdoc source as it grows: every sentence on a line of its own, every special character escaped.
struct ManualPageText {
    private(set) var text = ""

    /// A line of macros; the words must be free of special characters.
    mutating func macro(_ line: String) { text += ".\(line)\n" }

    mutating func paragraphs(_ paragraphs: [String]) {
        for (position, paragraph) in paragraphs.enumerated() {
            if position > 0 { macro("Pp") }
            self.text(paragraph)
        }
    }

    /// Running text; `code` becomes bold.
    mutating func text(_ running: String) {
        var line = ""
        var isCode = false
        for word in running.split(separator: " ") {
            line += line.isEmpty ? word : " " + word
            if word.filter({ $0 == "`" }).count % 2 == 1 { isCode.toggle() }
            if !isCode, let end = word.last, ".!?".contains(end) || word.hasSuffix(".)") {
                add(line)
                line = ""
            }
        }
        add(line)
    }

    mutating func examples(_ examples: KeyValuePairs<String, String>) {
        for (position, example) in examples.enumerated() {
            if position > 0 { macro("Pp") }
            text(example.value)
            macro("Pp")
            macro("Dl \(ManualPageText.escaped(example.key).asMacroArguments)")
        }
    }

    private mutating func add(_ line: String) {
        guard !line.isEmpty else { return }
        var result = ""
        for (position, piece) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            let piece = ManualPageText.escaped(String(piece))
            result += position % 2 == 1 ? "\\fB\(piece)\\fP" : piece
        }
        for line in TextWrapping.lines(result.split(separator: " "), width: 78, columns: \.utf8.count) {
            // At a line's start a point or an apostrophe would make it a macro.
            text += (line.hasPrefix(".") ? "\\&" : "") + line + "\n"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "~": result += "\\(ti"
            case "^": result += "\\(ha"
            case "…": result += "..."
            default: result.append(character)
            }
        }
    }
}

extension String {
    /// The text as arguments of a macro that are not macros themselves: a quote or a short word could be one.
    fileprivate var asMacroArguments: String {
        "\"" + reduce(into: "") { $0 += $1 == "\"" ? "\\(dq" : String($1) } + "\""
    }
}
