import CondaURL

/// The help of a program and of its commands, laid out as a manual page.
struct HelpPage {
    let program: Program
    /// Columns.
    let width: Int

    /// The program's own page.
    func text() -> StyledText {
        var page = Page(width: width)
        page.section("NAME")
        page.paragraph("\(program.name) - \(program.summary)")
        page.section("SYNOPSIS")
        page.hanging("`\(program.name)`", ["COMMAND", "[OPTIONS]", "[ARGUMENTS]"])
        page.hanging("`\(program.name)`", ["help", "[COMMAND]"])
        page.hanging("`\(program.name)`", ["--version"])
        page.section("DESCRIPTION")
        page.paragraphs(program.description)
        page.section("COMMANDS")
        page.definitions(
            program.listedCommands.map { command in
                let names = [command.heading.name] + command.heading.aliases
                return ("`\(names.joined(separator: "`, `"))`", command.heading.summary)
            })
        page.paragraph("See `\(program.name) help COMMAND` for a command's own page.", separated: true)
        page.examples(program.examples)
        page.section("ENVIRONMENT")
        for variable in program.environment + EnvironmentVariable.general {
            page.definition("`\(variable.name)`", variable.meaning)
        }
        page.section("EXIT STATUS")
        page.definitions(ExitStatusMeaning.general.map { ("\($0.status.rawValue)", $0.meaning) })
        return page.text
    }

    /// A command's page.
    func text(of command: any Command.Type) -> StyledText {
        let heading = command.heading
        let declaration = command.declaration
        var page = Page(width: width)
        page.section("NAME")
        page.paragraph("\(program.name) \(heading.name) - \(heading.summary)")
        page.section("SYNOPSIS")
        for name in [heading.name] + heading.aliases {
            page.hanging("`\(program.name) \(name)`", Synopsis(declaration).pieces)
        }
        page.section("DESCRIPTION")
        page.paragraphs(declaration.description)
        if !declaration.operands.isEmpty {
            page.section("ARGUMENTS")
            for operand in declaration.operands {
                page.definition(operand.value.name, operand.value.explained(operand.help))
            }
        }
        page.section("OPTIONS")
        for option in declaration.allOptions where !option.isHidden {
            page.definition(option.term, option.value?.explained(option.help) ?? option.help)
        }
        page.examples(declaration.examples)
        page.section("EXIT STATUS")
        page.definitions(declaration.allExitStatuses.map { ("\($0.status.rawValue)", $0.meaning) })
        if !declaration.notes.isEmpty {
            page.section("NOTES")
            page.paragraphs(declaration.notes)
        }
        return page.text
    }
}

extension Option {
    /// How the option is written, such as `-n, --dry-run`.
    var term: String {
        let names = (short.map { "`-\($0)`, " } ?? "") + "`--\(long)`"
        return value.map { "\(names) \($0.name)" } ?? names
    }
}

extension ValueKind {
    /// The help with the values that are allowed, where it does not name them itself.
    func explained(_ help: String) -> String {
        guard let choices, !choices.allSatisfy({ help.contains($0) }) else { return help }
        return "\(help) One of \(choices.map { "`\($0)`" }.joined(separator: ", "))."
    }
}

extension CommandDeclaration {
    /// The command's own meanings, and the general ones of the others.
    var allExitStatuses: [ExitStatusMeaning] {
        ExitStatusMeaning.general.compactMap { general in
            let own = exitStatuses.filter { $0.status == general.status }.map(\.meaning)
            if own.isEmpty {
                return general.status == .negative && !options.contains { $0.long == "check" } ? nil : general
            }
            return ExitStatusMeaning(general.status, own.joined(separator: " "))
        }
    }
}

extension ExitStatusMeaning {
    static let general = [
        ExitStatusMeaning(.success, "Done, or nothing to do."),
        ExitStatusMeaning(.negative, "A negative answer; with `--check`: a change is pending."),
        ExitStatusMeaning(.usage, "The command line is wrong. Nothing has been changed."),
        ExitStatusMeaning(
            .badData,
            "Bad data: it cannot be parsed, has a wrong type, is unknown, or conflicts. Nothing has been changed."),
        ExitStatusMeaning(
            .system, "The system: I/O, permission, lock, disk full. No file is half changed; running it again finishes."
        ),
    ]
}
