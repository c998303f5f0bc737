import LosslessJSON

/// `completion bash|zsh|fish`, for any program.
package enum CompletionCommand: Command {
    package static let heading = CommandHeading("completion", summary: "write a completion script for a shell")

    package static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.choice("SHELL", of: scripts.map(\.shell)), help: "The shell.")],
            options: Option.forAllCommands,
            description: [
                "Writes a script to standard output that makes a shell complete commands, options and their values.",
                "For `bash`, source it from `~/.bashrc` or put it into a directory of bash-completion. For `zsh`, put it into "
                    + "a directory of `$fpath`, as a file named like the program with `_` in front. For `fish`, put it "
                    + "into `~/.config/fish/completions`, as a file named like the program with `.fish` behind.",
            ])
    }

    private static let scripts: [(shell: String, of: @Sendable (Program) -> String)] = [
        ("bash", { $0.bashCompletion }), ("zsh", { $0.zshCompletion }), ("fish", { $0.fishCompletion }),
    ]

    package static func run(_ invocation: Invocation) throws -> ExitStatus {
        let shell = invocation.operands[0]
        guard let script = scripts.first(where: { $0.shell == shell })?.of(invocation.program) else { return .usage }
        if invocation.wantsJSON {
            invocation.console.write(json: ["shell": .string(shell), "script": .string(script)])
        } else {
            invocation.console.writeRaw(Array(script.utf8))
        }
        return .success
    }
}
