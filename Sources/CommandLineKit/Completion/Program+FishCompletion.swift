extension Program {
    /// A completion script for fish, from version 3 on: it asks the program, and hands its words to the shell with their
    /// meanings.
    var fishCompletion: String {
        let function = "__\(identifier)_complete"
        return """
            # fish completion for \(name)

            function \(function)
                set -l current (commandline -ct)
                set -l word (string replace -r -- '^["\\']' '' "$current")
                set -l plain (string unescape -- "$word")
                test -n "$plain"; or set plain "$word"
                set -l lines (command \(name) \(CompleteCommand.heading.name) fish (commandline -opc) "$plain" 2>/dev/null)
                # The value of an option is a word of its own to the program, and not to the shell.
                set -l lead ''
                if string match -q -- '--*=*' $current
                    set lead (string replace -r -- '=.*' '=' $current)
                end
                set -l rest (string replace -- "$lead" '' $current)
                switch "$lines[1]"
                    case files
                        set lines words (__fish_complete_path "$rest")
                    case directories
                        set lines words (__fish_complete_directories "$rest")
                end
                for line in $lines[2..-1]
                    printf '%s\\n' "$lead$line"
                end
            end

            complete -c \(name) -f -a '(\(function))'

            """
    }
}
