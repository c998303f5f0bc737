import CommandLineKit

/// The program `condarc-tool`.
package enum CondarcTool {
    package static let program = Program(
        name: "condarc-tool", version: "0.1.0", summary: "edit and explain conda's configuration files",
        description: [
            "Edits a `.condarc` so that only the lines that hold the change differ, and says what conda will do, and why."
        ],
        commands: commands,
        examples: [
            Example("condarc-tool set-channels conda-forge bioconda", "Use two channels:"),
            Example("condarc-tool set channel_priority strict --diff", "Set a parameter, and show the change:"),
        ],
        translate: { ErrorTranslation.commandError($0) })

    /// Every command, in the order of the help page: a new one is registered here.
    static let commands: [any Command.Type] = [
        SetChannelsCommand.self, GetCommand.self, SetCommand.self, PrependCommand.self, AppendCommand.self,
        RemoveCommand.self, ClearCommand.self, UnsetCommand.self, ApplyCommand.self, DiffCommand.self,
        ShowCommand.self, SourcesCommand.self, DescribeCommand.self, CheckCommand.self, PathsCommand.self,
        ConfigCommand.self,
        CompletionCommand.self,
    ]
}
