import LosslessJSON

/// `completion bash|zsh|fish`, for any program.
package enum CompletionCommand: Command {
    package static let heading = CommandHeading("completion", summary: "write a completion script for a shell")

    package static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.choice("SHELL", of: Shell.allCases.map(\.rawValue)), help: "The shell.")],
            options: Option.forAllCommands,
            description: [
                "Writes a script to standard output that makes a shell complete commands, options and their values.",
                "For `bash`, source it from `~/.bashrc` or put it into a directory of bash-completion. For `zsh`, put it into "
                    + "a directory of `$fpath`, as a file named like the program with `_` in front. For `fish`, put it "
                    + "into `~/.config/fish/completions`, as a file named like the program with `.fish` behind.",
            ])
    }

    enum Shell: String, CaseIterable {
        case bash
        case zsh
        case fish
    }

    package static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard let shell = invocation.operands.first.flatMap({ Shell(rawValue: $0) }) else { return .usage }
        let script =
            switch shell {
            case .bash: invocation.program.bashCompletion
            case .zsh: invocation.program.zshCompletion
            case .fish: invocation.program.fishCompletion
            }
        if invocation.wantsJSON {
            invocation.console.write(json: ["shell": .string(shell.rawValue), "script": .string(script)])
        } else {
            invocation.console.writeRaw(Array(script.utf8))
        }
        return .success
    }
}
