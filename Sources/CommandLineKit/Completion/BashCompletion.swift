/// A completion script for bash, from version 3.2 on.
struct BashCompletion {
    let program: Program

    var script: String {
        let function = "_\(program.identifier)"
        let names = program.listedCommands.flatMap { $0.heading.names } + ["help"]
        var script = """
            # bash completion for \(program.name)

            \(function)_words() { COMPREPLY=($(compgen -W "$1" -- "$2")); }

            \(function)_files() {
                local IFS=$'\\n'
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen "$1" -- "$2"))
            }

            \(function)() {
                local current=${COMP_WORDS[COMP_CWORD]} previous= command= position=0 value= options= i word
                COMPREPLY=()
                # An option and its value may be joined by "=", which bash makes a word of its own.
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    if [[ $word == = ]]; then
                        value=1
                    elif [[ $value ]]; then
                        value=
                    elif [[ ! $command ]]; then
                        command=$word
                    elif [[ $word == -- ]]; then
                        options=ended
                    elif [[ $word == -* && ! $options ]]; then
                        case "$command $word" in
                        \(valueOptions)) value=1 previous=$word ;;
                        esac
                    else
                        position=$((position + 1))
                    fi
                done
                if [[ $current == = ]]; then current= value=1; fi
                if [[ ! $command ]]; then
                    \(function)_words "\(names.joined(separator: " ")) --help --version" "$current"
                    return
                fi
                if [[ $value ]]; then
                    case "$command $previous" in

            """
        for command in program.listedCommands { script += values(of: command, function) }
        script += """
                    esac
                    return
                fi
                if [[ $current == -* && ! $options ]]; then
                    case $command in

            """
        for command in program.listedCommands {
            let words = command.declaration.allOptions.filter { !$0.isHidden }.flatMap(\.spellings)
            script += """
                        \(patterns(command.heading.names)) \(function)_words "\(words.joined(separator: " "))" "$current" ;;

                """
        }
        script += """
                    esac
                    return
                fi
                case "$command $position" in

            """
        for command in program.listedCommands { script += operands(of: command, function) }
        script += """
                'help 0') \(function)_words "\(program.listedCommands.map { $0.heading.name }.joined(separator: " "))" "$current" ;;
                esac
            }

            complete -F \(function) \(program.name)

            """
        return script
    }

    /// Patterns of every option that takes a value, after its command.
    private var valueOptions: String {
        let patterns = program.listedCommands.flatMap { command in
            command.declaration.options.filter { $0.value != nil }.flatMap { option in
                command.heading.names.flatMap { name in option.spellings.map { "'\(name) \($0)'" } }
            }
        }
        return patterns.isEmpty ? "''" : patterns.joined(separator: " | ")
    }

    private func patterns(_ names: [String]) -> String { names.joined(separator: " | ") + ")" }

    private func values(of command: any Command.Type, _ function: String) -> String {
        command.declaration.options.filter { !$0.isHidden }.compactMap { option in
            guard let action = option.value.flatMap({ action($0, function) }) else { return nil }
            let patterns = command.heading.names.flatMap { name in option.spellings.map { "'\(name) \($0)'" } }
            return "        \(patterns.joined(separator: " | "))) \(action) ;;\n"
        }.joined()
    }

    private func operands(of command: any Command.Type, _ function: String) -> String {
        var position = 0
        return command.declaration.operands.compactMap { operand in
            let pattern = operand.maximum == nil ? "*" : "\(position)"
            position += operand.maximum ?? 0
            guard let action = action(operand.value, function) else { return nil }
            let patterns = command.heading.names.map { "'\($0) '\(pattern)" }
            return "    \(patterns.joined(separator: " | "))) \(action) ;;\n"
        }.joined()
    }

    private func action(_ value: ValueKind, _ function: String) -> String? {
        switch value.completion {
        case .nothing: nil
        case .file: "\(function)_files -f \"$current\""
        case .directory: "\(function)_files -d \"$current\""
        case .choices(let words): "\(function)_words \"\(words.joined(separator: " "))\" \"$current\""
        case .suggestions(let words): "\(function)_words \"\(words().joined(separator: " "))\" \"$current\""
        }
    }
}
