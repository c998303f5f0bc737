import CondaURL

/// What a program or a command says of itself: the help and the manual page lay it out, each in its own way.
struct UsagePage {
    /// What it is about, such as `condarc-tool append`.
    let call: String
    let summary: String
    /// How it is called, piece by piece: pieces are not broken over lines.
    let synopsis: [[Piece]]
    /// From the description on, in the order that manual pages have.
    let sections: [Section]

    enum Piece {
        /// A word to be typed.
        case word(String)
        /// Options of which one may be given, or one that may be given.
        case options([Option])
        case operand(String, isOptional: Bool = false, isRepeated: Bool = false)
    }

    struct Section {
        let title: String
        var paragraphs: [String] = []
        var entries: [(term: Term, text: String)] = []
        var examples: KeyValuePairs<String, String> = [:]

        var isEmpty: Bool { paragraphs.isEmpty && entries.isEmpty && examples.isEmpty }
    }

    /// What an entry of a list explains.
    enum Term {
        case command(CommandHeading)
        case operand(Operand)
        case option(Option)
        case variable(String)
        case status(ExitStatus)
    }
}

extension UsagePage {
    /// The program's own page.
    init(_ program: Program) {
        call = program.name
        summary = program.summary
        synopsis = [
            [.operand("COMMAND"), .operand("OPTIONS", isOptional: true), .operand("ARGUMENTS", isOptional: true)],
            [.word("help"), .operand("COMMAND", isOptional: true)], [.word("--version")],
        ]
        let variables =
            program.environment() + [
                ("NO_COLOR", "Not empty: no colour, whatever `--color` says."),
                ("COLUMNS", "The width to which help and tables are laid out."),
            ]
        sections = [
            Section(
                title: "DESCRIPTION",
                paragraphs: program.description() + ["See `\(program.name) help COMMAND` for a command's own page."]),
            Section(
                title: "COMMANDS",
                entries: program.listedCommands.map { (.command($0.heading), $0.heading.summary) }),
            Section(title: "ENVIRONMENT", entries: variables.map { (.variable($0.name), $0.meaning) }),
            Section(title: "EXIT STATUS", entries: ExitStatus.allCases.map { (.status($0), $0.meaning) }),
            Section(title: "EXAMPLES", examples: program.examples()),
        ]
    }

    /// A command's page.
    init(_ program: Program, _ command: any Command.Type) {
        let (heading, declaration) = (command.heading, command.declaration)
        call = "\(program.name) \(heading.name)"
        summary = heading.summary
        synopsis = [declaration.synopsis]
        let names = heading.aliases.map { "`\($0)`" }.joined(separator: ", ")
        let options = declaration.allOptions.filter { !$0.isHidden }
        sections = [
            Section(
                title: "DESCRIPTION",
                paragraphs: declaration.description() + (names.isEmpty ? [] : ["The command is also called \(names)."])),
            Section(
                title: "ARGUMENTS",
                entries: declaration.operands.map { (.operand($0), $0.value.explained($0.help)) }),
            Section(
                title: "OPTIONS", entries: options.map { (.option($0), $0.value?.explained($0.help) ?? $0.help) }),
            Section(title: "EXIT STATUS", entries: declaration.allExitStatuses.map { (.status($0), $1) }),
            Section(title: "EXAMPLES", examples: declaration.examples()),
            Section(title: "NOTES", paragraphs: declaration.notes()),
        ].filter { !$0.isEmpty }
    }
}

extension CommandDeclaration {
    fileprivate var synopsis: [UsagePage.Piece] {
        var groups: Set<String> = []
        let shown = options.filter { !$0.isHidden }
        let choices: [UsagePage.Piece] = shown.compactMap { option in
            guard let group = option.group else { return .options([option]) }
            return groups.insert(group).inserted ? .options(shown.filter { $0.group == group }) : nil
        }
        return choices
            + operands.map {
                .operand($0.value.name, isOptional: $0.minimum == 0, isRepeated: $0.maximum == nil)
            }
    }

    /// The command's own meanings, and the general ones of the others.
    fileprivate var allExitStatuses: [(ExitStatus, String)] {
        let particular = exitStatuses()
        return ExitStatus.allCases.compactMap { status in
            let own = particular.filter { $0.key == status }.map(\.value)
            if !own.isEmpty { return (status, own.joined(separator: " ")) }
            return status == .negative && !options.contains { $0.long == "check" } ? nil : (status, status.meaning)
        }
    }
}

extension ValueKind {
    /// The help with the values that are allowed, where it does not name them itself.
    fileprivate func explained(_ help: String) -> String {
        guard let choices, !choices.allSatisfy({ help.contains($0) }) else { return help }
        return "\(help) One of \(choices.map { "`\($0)`" }.joined(separator: ", "))."
    }
}

extension ExitStatus {
    /// What it means where a command does not say more.
    fileprivate var meaning: String {
        switch self {
        case .success: "Done, or nothing to do."
        case .negative: "A negative answer; with `--check`: a change is pending."
        case .usage: "The command line is wrong. Nothing has been changed."
        case .badData:
            "Bad data: it cannot be parsed, has a wrong type, is unknown, or conflicts. Nothing has been changed."
        case .system:
            "The system: I/O, permission, lock, disk full. No file is half changed; running it again finishes."
        }
    }
}
