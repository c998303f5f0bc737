import CommandLineKit

enum EditCommand: Command {
    static let heading = CommandHeading("edit", summary: "edit a file in your editor, and check it before it counts")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: Option.forTarget + Option.forEditing,
            description: [
                "Opens a private copy of the file in `$VISUAL`, else `$EDITOR`, else `vi`. What you save is checked like "
                    + "`check` does. What is found is shown; where there are errors, at a terminal you are asked whether to edit again "
                    + "or to discard your changes.",
                "What is sound takes the place of the file, whole or not at all, with its mode and owner. A file that another "
                    + "program changed meanwhile is never overwritten: your copy is kept then, and named.",
            ],
            examples: [
                "condarc-tool edit": "Edit `~/.condarc`.",
                "EDITOR='code --wait' condarc-tool edit --system": "Edit that of the base installation.",
            ],
            exitStatuses: [
                .negative: "You discarded your changes; nothing has been changed.",
                .badData: "What was saved has errors, and nobody can be asked; nothing has been changed.",
                .system:
                    "The editor failed, the file was changed meanwhile, or it cannot be written; nothing has been changed.",
            ],
            explainSurplus: { operands in
                CommandError(
                    .usage, "'edit' takes no argument",
                    hint: ["nano", "vi", "vim", "nvim", "emacs", "code", "micro", "hx", "gedit", "kate"].contains(
                        operands[0]) ? "EDITOR=\(operands[0]) condarc-tool edit" : "a file is named by --file")
            })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        var run = try EditorRun(invocation)
        return try run.run()
    }
}
