extension Program {
    /// A completion script for bash, from version 3.2 on: it asks the program, and hands its words to the shell unread.
    var bashCompletion: String {
        let function = "_\(identifier)"
        return """
            # bash completion for \(name)

            \(function)() {
                local current=${COMP_WORDS[COMP_CWORD]} kind= line word
                COMPREPLY=()
                while IFS= read -r line; do
                    if [[ ! $kind ]]; then
                        kind=$line
                    else
                        word=${line%%$'\\t'*}
                        # What stands in quotes needs no others, and a comma none anywhere.
                        if [[ $current != [\\"\\']* ]]; then
                            printf -v word %q "$word"
                            word=${word//\\\\,/,}
                        fi
                        COMPREPLY+=("$word")
                    fi
                done < <(command \(name) \(CompleteCommand.heading.name) bash "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
                if [[ $current == = ]]; then current=; fi
                local IFS=$'\\n'
                case $kind in
                files)
                    compopt -o filenames 2>/dev/null
                    COMPREPLY=($(compgen -f -- "$current"))
                    ;;
                directories)
                    compopt -o filenames 2>/dev/null
                    COMPREPLY=($(compgen -d -- "$current"))
                    ;;
                esac
            }

            complete -F \(function) \(name)

            """
    }
}
