extension Program {
    /// A completion script for zsh: it asks the program, and hands its words to the shell with their meanings.
    var zshCompletion: String {
        let function = "_\(identifier)"
        return """
            #compdef \(name)

            \(function)() {
                local -a lines offered
                local kind line word meaning
                lines=("${(@f)$(command \(name) \(CompleteCommand.heading.name) zsh "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
                kind=$lines[1]
                lines=("${(@)lines[2,-1]}")
                if [[ $words[CURRENT] == --*=* ]]; then compset -P '*='; fi
                case $kind in
                files) _files ;;
                directories) _files -/ ;;
                words)
                    for line in $lines; do
                        word=${line%%$'\\t'*}
                        meaning=
                        if [[ $line == *$'\\t'* ]]; then meaning=${line#*$'\\t'}; fi
                        offered+=("${word//:/\\\\:}${meaning:+:$meaning}")
                    done
                    _describe -V value offered
                    ;;
                esac
            }

            # Sourced, it registers itself; autoloaded from $fpath, it is the function's body.
            if [[ $funcstack[1] == _\(name) ]]; then
                \(function) "$@"
            else
                compdef \(function) \(name)
            fi

            """
    }
}
