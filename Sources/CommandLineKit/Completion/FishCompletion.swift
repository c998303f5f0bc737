/// A completion script for fish, from version 3 on.
struct FishCompletion {
    let program: Program

    var script: String {
        let helper = "__\(program.identifier)"
        var script = """
            # fish completion for \(program.name)

            function \(helper)_operands
                # How many words that are no options stand after the command.
                set -l words (commandline -opc | string match -rv '^-')
                math (count $words) - 2
            end

            complete -c \(program.name) -f
            complete -c \(program.name) -n __fish_use_subcommand -s h -l help -d 'Show help'
            complete -c \(program.name) -n __fish_use_subcommand -l version -d 'Show the version'
            complete -c \(program.name) -n __fish_use_subcommand -a help -d 'Show the help of a command'
            complete -c \(program.name) -n '__fish_seen_subcommand_from help' -a '\
            \(program.listedCommands.map { $0.heading.name }.joined(separator: " "))'

            """
        for command in program.listedCommands { script += lines(of: command, helper) }
        return script
    }

    private func lines(of command: any Command.Type, _ helper: String) -> String {
        let heading = command.heading
        let declaration = command.declaration
        let start = "complete -c \(program.name)"
        let seen = "__fish_seen_subcommand_from \(heading.names.joined(separator: " "))"
        var lines = heading.names.map {
            "\(start) -n __fish_use_subcommand -a \($0) -d \(quoted(heading.summary))"
        }
        for option in declaration.allOptions where !option.isHidden {
            let short = option.short.map { " -s \($0)" } ?? ""
            let value = option.value.map { " -r" + action($0) } ?? ""
            lines.append("\(start) -n '\(seen)'\(short) -l \(option.long)\(value) -d \(quoted(option.shortHelp))")
        }
        var position = 0
        for operand in declaration.operands {
            let test = operand.maximum == nil ? "-ge" : "-eq"
            let action = action(operand.value)
            if !action.isEmpty {
                lines.append("\(start) -n '\(seen); and test (\(helper)_operands) \(test) \(position)'\(action)")
            }
            position += operand.maximum ?? 0
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func action(_ value: ValueKind) -> String {
        switch value.completion {
        case .nothing: ""
        case .file: " -F"
        case .directory: " -a '(__fish_complete_directories)'"
        case .choices(let words): " -a \(quoted(words.joined(separator: " ")))"
        case .suggestions(let words): " -a \(quoted(words().joined(separator: " ")))"
        }
    }

    private func quoted(_ text: String) -> String { "'\(text.escaping("'\\"))'" }
}
