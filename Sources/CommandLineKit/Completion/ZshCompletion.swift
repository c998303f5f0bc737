/// A completion script for zsh.
struct ZshCompletion {
    let program: Program

    var script: String {
        var script = """
            #compdef \(program.name)

            _\(program.identifier)() {
                local context state state_descr line
                typeset -A opt_args
                _arguments -C \\
                    '(- *)'{-h,--help}'[show help]' \\
                    '(- *)--version[show the version]' \\
                    '1:command:->command' \\
                    '*::argument:->argument'
                case $state in
                command)
                    local -a commands=(

            """
        for command in program.listedCommands {
            for name in command.heading.names {
                script += "            \((name.escaping(":") + ":" + command.heading.summary).shellQuoted)\n"
            }
        }
        script += """
                        'help:show the help of a command'
                    )
                    _describe -t commands command commands
                    ;;
                argument)
                    case $words[1] in

            """
        for command in program.listedCommands {
            script += "        \(command.heading.names.joined(separator: "|")))\n            _arguments -s -S"
            for specification in specifications(command.declaration) {
                script += " \\\n                \(specification)"
            }
            script += "\n            ;;\n"
        }
        script += """
                    help) _arguments '1:command:(\(program.listedCommands.map { $0.heading.name }.joined(separator: " ")))' ;;
                    esac
                    ;;
                esac
            }

            # Sourced, it registers itself; autoloaded from $fpath, it is the function's body.
            if [[ $funcstack[1] == _\(program.name) ]]; then
                _\(program.identifier) "$@"
            else
                compdef _\(program.identifier) \(program.name)
            fi

            """
        return script
    }

    private func specifications(_ declaration: CommandDeclaration) -> [String] {
        let options = declaration.allOptions.filter { !$0.isHidden }
        let specifications = options.flatMap { option in
            let others = options.filter { $0.group != nil && $0.group == option.group }.flatMap(\.spellings)
            let excluded = option.isRepeatable ? [] : others.isEmpty ? option.spellings : others
            let exclusion = option.isRepeatable ? "*" : "(\(excluded.joined(separator: " ")))"
            let help = "[\(option.shortHelp.escaping("[]:\\"))]"
            return option.spellings.map { spelling in
                let isLong = spelling.hasPrefix("--")
                let sign = option.value == nil ? "" : isLong ? "=" : "+"
                return (exclusion + spelling + sign + help + (option.value.map { ":" + action($0) } ?? "")).shellQuoted
            }
        }
        return specifications
            + declaration.operands.enumerated().map { position, operand in
                let number = operand.maximum == nil ? "*:" : "\(position + 1):" + (operand.minimum == 0 ? ":" : "")
                return (number + action(operand.value)).shellQuoted
            }
    }

    /// What `_arguments` wants after a colon: a message and an action.
    private func action(_ value: ValueKind) -> String {
        let words: (([String]) -> String) = { "\(value.name):(\($0.joined(separator: " ")))" }
        return switch value.completion {
        case .nothing: "\(value.name): "
        case .file: "\(value.name):_files"
        case .directory: "\(value.name):_files -/"
        case .choices(let choices): words(choices)
        case .suggestions(let suggestions): words(suggestions())
        }
    }
}
