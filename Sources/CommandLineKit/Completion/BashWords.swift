/// The words of a command line as bash splits them: at `=` and `:` too, each a word of its own.
enum BashWords {
    /// - Returns: the words as the program will get them, and the beginning of the last one that bash takes for done.
    static func joined(_ pieces: [String]) -> (words: [String], lead: String) {
        var words: [String] = []
        var lead = ""
        var isOpen = false
        for piece in pieces {
            let isBreak = !piece.isEmpty && piece.allSatisfy { $0 == "=" || $0 == ":" }
            if (isBreak || isOpen), let last = words.popLast() {
                words.append(last + unquoted(piece))
                lead = isBreak ? last + piece : lead
            } else {
                words.append(unquoted(piece))
                lead = ""
            }
            isOpen = isBreak
        }
        // The value of an option is completed alone.
        if let last = words.last, last.hasPrefix("--"), let equals = last.firstIndex(of: "="), !lead.isEmpty {
            let value = lead[lead.index(after: equals)...]
            return (words, String(value))
        }
        return (words, lead)
    }

    /// Without the quotes and backslashes of the shell.
    private static func unquoted(_ piece: String) -> String {
        var result = ""
        var isEscaped = false
        for character in piece {
            if isEscaped || !"\\'\"".contains(character) {
                result.append(character)
                isEscaped = false
            } else {
                isEscaped = character == "\\"
            }
        }
        return result
    }
}
