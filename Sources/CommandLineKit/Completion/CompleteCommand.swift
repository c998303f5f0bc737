/// `__complete SHELL WORD…`, which completion scripts call: what may follow, a first line that says of what kind, then a
/// word a line with its meaning behind a tab.
package enum CompleteCommand: Command {
    package static let heading = CommandHeading(
        "__complete", summary: "answer a completion script", isHidden: true)

    package static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.oneOrMore(.text("WORD"), help: "The shell, and the words so far.")],
            description: ["Answers the scripts of `completion`."], takesRawArguments: true)
    }

    package static func run(_ invocation: Invocation) throws -> ExitStatus {
        invocation.console.isQuiet = true
        var words = Array(invocation.operands.dropFirst(2))
        var lead = ""
        if invocation.operands.first == "bash" { (words, lead) = BashWords.joined(words) }
        let query = CompletionQuery(
            program: invocation.program, context: invocation.context, console: invocation.console)
        switch query.answer(words) {
        case .files: invocation.console.writeLine("files")
        case .directories: invocation.console.writeLine("directories")
        case .words(let candidates):
            invocation.console.writeLine("words")
            for candidate in candidates where candidate.word.hasPrefix(lead) {
                // The tab between the two is the only one.
                let parts = [String(candidate.word.dropFirst(lead.count)), candidate.meaning]
                let line = parts.filter { !$0.isEmpty }.map(Redactor.line)
                invocation.console.write(StyledText(line.joined(separator: "\t") + "\n"))
            }
        }
        return .success
    }
}

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
