/// Manual pages in mdoc, one for the program and one for each command.
struct ManualPage {
    let program: Program

    func text(of command: (any Command.Type)?) -> String {
        command.map { page(of: $0) } ?? programPage
    }

    /// The page of an alias: a reference to the command's own.
    func reference(to command: any Command.Type) -> String {
        ".so man1/\(program.name)-\(command.heading.name).1\n"
    }

    private var programPage: String {
        var page = header(program.name, summary: program.summary)
        page.macro("Sh SYNOPSIS")
        page.macro("Nm")
        page.macro("Ar COMMAND")
        page.macro("Op Ar OPTIONS")
        page.macro("Op Ar ARGUMENTS")
        page.macro("Sh DESCRIPTION")
        page.paragraphs(program.description)
        page.macro("Pp")
        page.text("The commands, each with a page of its own:")
        page.macro("Bl -tag -width Ds")
        for command in program.listedCommands {
            page.macro("It " + command.heading.names.map { "Ic \($0)" }.joined(separator: " , "))
            page.text(command.heading.summary.sentence)
            page.macro("Pq See Xr \(program.name)\\-\(command.heading.name) 1 .")
        }
        page.macro("El")
        page.macro("Sh ENVIRONMENT")
        page.macro("Bl -tag -width Ds")
        for variable in program.environment + EnvironmentVariable.general {
            page.macro("It Ev \(variable.name)")
            page.text(variable.meaning)
        }
        page.macro("El")
        page.statuses(ExitStatusMeaning.general)
        page.examples(program.examples)
        return page.text
    }

    private func page(of command: any Command.Type) -> String {
        let heading = command.heading
        let declaration = command.declaration
        var page = header("\(program.name)-\(heading.name)", summary: heading.summary)
        page.macro("Sh SYNOPSIS")
        page.macro("Nm \(program.name) \(heading.name)")
        for option in declaration.options where !option.isHidden {
            page.macro("Op \(option.mdoc(short: option.short != nil))" + (option.isRepeatable ? " ..." : ""))
        }
        for operand in declaration.operands {
            let name = "Ar \(operand.value.name)" + (operand.maximum == nil ? " ..." : "")
            page.macro(operand.minimum == 0 ? "Op \(name)" : name)
        }
        page.macro("Sh DESCRIPTION")
        page.paragraphs(declaration.description)
        if !heading.aliases.isEmpty {
            page.macro("Pp")
            page.text("The command is also called \(heading.aliases.map { "`\($0)`" }.joined(separator: ", ")).")
        }
        page.macro("Pp")
        page.text("The arguments and options are:")
        page.macro("Bl -tag -width Ds")
        for operand in declaration.operands {
            page.macro("It Ar \(operand.value.name)")
            page.text(operand.value.explained(operand.help))
        }
        for option in declaration.allOptions where !option.isHidden {
            let short = option.short.map { "Fl \($0) , " } ?? ""
            page.macro("It \(short)\(option.mdoc(short: false))")
            page.text(option.value?.explained(option.help) ?? option.help)
        }
        page.macro("El")
        page.statuses(declaration.allExitStatuses)
        page.examples(declaration.examples)
        if !declaration.notes.isEmpty {
            page.macro("Sh CAVEATS")
            page.paragraphs(declaration.notes)
        }
        return page.text
    }

    private func header(_ name: String, summary: String) -> MdocText {
        var page = MdocText()
        page.macro("Dd \(program.date)")
        page.macro("Dt \(name.uppercased()) 1")
        page.macro("Os")
        page.macro("Sh NAME")
        page.macro("Nm \(name)")
        page.macro("Nd \(summary)")
        return page
    }
}

extension Option {
    /// The option as mdoc macros.
    fileprivate func mdoc(short useShort: Bool) -> String {
        let name = short.flatMap { useShort ? "Fl \($0)" : nil } ?? "Fl -\(long)"
        return value.map { "\(name) Ar \($0.name)" } ?? name
    }
}

extension String {
    /// The summary as a sentence.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
