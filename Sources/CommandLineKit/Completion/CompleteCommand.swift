/// `__complete SHELL WORD…`, which completion scripts call: what may follow, a first line that says of what kind, then a
/// word a line with its meaning behind a tab.
package enum CompleteCommand: Command {
    package static let heading = CommandHeading("__complete", summary: "answer a completion script", isHidden: true)

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
