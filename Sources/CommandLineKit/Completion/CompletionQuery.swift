/// What may follow in a command line that is being typed: the one answer for all shells.
struct CompletionQuery {
    /// What the shell is to offer.
    enum Answer: Equatable {
        case words([Candidate])
        case files
        case directories
    }

    let program: Program
    /// Of the process that asks, for values that hang on files.
    let context: ProcessContext
    let console: Console

    /// - Parameter words: those after the program's name; the last one is being typed and may be empty.
    func answer(_ words: [String]) -> Answer {
        let current = words.last ?? ""
        var before = program.commandFirst(words.dropLast())[...]
        guard let name = before.popFirst() else {
            let options = [Candidate("--help", "show help"), Candidate("--version", "show the version")]
            return .words(matching(current, commands + options))
        }
        if name == "help" {
            return .words(matching(current, before.isEmpty ? commands.filter { $0.word != "help" } : []))
        }
        guard let command = program.command(named: name), !command.heading.isHidden else { return .words([]) }
        return answer(current, after: Array(before), command.declaration)
    }

    private func answer(_ current: String, after words: [String], _ declaration: CommandDeclaration) -> Answer {
        var parsed = ParsedArguments()
        var pending: Option?
        var areOptionsOver = declaration.takesRawArguments
        for word in words {
            if let option = pending {
                parsed.optionValues[option.long, default: []].append(word)
                pending = nil
            } else if areOptionsOver || !word.hasPrefix("-") || word == "-" {
                parsed.operands.append(word)
            } else if word == "--" {
                areOptionsOver = true
            } else {
                pending = take(word, declaration, &parsed)
            }
        }
        if let value = pending?.value { return values(of: value, current, parsed) }
        if !areOptionsOver, current.hasPrefix("--"), let equals = current.firstIndex(of: "=") {
            let name = String(current[..<equals].dropFirst(2))
            guard let value = declaration.allOptions.first(where: { $0.long == name })?.value else { return .words([]) }
            return values(of: value, String(current[current.index(after: equals)...]), parsed)
        }
        if !areOptionsOver, current.hasPrefix("-"), current != "-" || declaration.operands.isEmpty {
            return .words(matching(current, options(declaration, parsed)))
        }
        var position = parsed.operands.count
        for operand in declaration.operands {
            guard let maximum = operand.maximum, position >= maximum else {
                return values(of: operand.value, current, parsed)
            }
            position -= maximum
        }
        return .words([])
    }

    /// Notes an option that was typed.
    ///
    /// - Returns: the option whose value is due next.
    private func take(_ word: String, _ declaration: CommandDeclaration, _ parsed: inout ParsedArguments) -> Option? {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let option = declaration.allOptions.first { option in
            option.spellings.contains(parts[0]) || option.spellings.contains(String(word.prefix(2)))
        }
        guard let option else { return nil }
        let isSpeltOut = option.spellings.contains(parts[0])
        if option.value != nil, isSpeltOut, parts.count == 1 { return option }
        // `--times=3`, and `-t3` behind a short name.
        let value = isSpeltOut ? parts.dropFirst().first ?? "" : String(word.dropFirst(2))
        parsed.optionValues[option.long, default: []].append(option.value == nil ? "" : value)
        return nil
    }

    private func options(_ declaration: CommandDeclaration, _ parsed: ParsedArguments) -> [Candidate] {
        let groups = declaration.allOptions.filter { parsed.has($0) }.compactMap(\.group)
        return declaration.allOptions.filter { option in
            guard !option.isHidden else { return false }
            guard !parsed.has(option) else { return option.isRepeatable }
            return option.group.map { !groups.contains($0) } ?? true
        }.map { Candidate("--\($0.long)", $0.help.firstSentence) }
    }

    private func values(of kind: ValueKind, _ current: String, _ parsed: ParsedArguments) -> Answer {
        switch kind.completion {
        case .nothing: return .words([])
        case .file: return .files
        case .directory: return .directories
        case .choices(let words): return .words(matching(current, words.map { Candidate($0) }))
        case .candidates(let candidates):
            let invocation = Invocation(program: program, arguments: parsed, context: context, console: console)
            let offered = candidates(invocation, current)
            let fitting = matching(current, offered)
            if fitting.isEmpty, offered.contains(.anyFile) { return .files }
            return fitting.isEmpty && offered.contains(.anyDirectory) ? .directories : .words(fitting)
        }
    }

    private func matching(_ current: String, _ candidates: [Candidate]) -> [Candidate] {
        var seen: Set<String> = []
        return candidates.filter { $0.word.hasPrefix(current) && $0.isPresentable && seen.insert($0.word).inserted }
    }

    private var commands: [Candidate] {
        program.listedCommands.flatMap { command in
            command.heading.names.map { Candidate($0, command.heading.summary) }
        } + [Candidate("help", "show the help of a command")]
    }
}
