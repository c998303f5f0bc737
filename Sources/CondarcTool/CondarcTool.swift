package import CommandLineKit
import CondaSession

/// The program `condarc-tool`.
///
/// A command is one file in `Commands`; what it needs besides is in the folder of what it is about (`Checks`, `Enforcing`).
/// Those that edit one file say what they do to a `CondarcEditor`, and `EditRun` does the rest.
package enum CondarcTool {
    package static let program = Program(
        name: "condarc-tool", summary: "edit and explain conda's configuration files",
        description: [
            "Edits a `.condarc` so that only the lines that hold the change differ, and says what conda will do, and why."
        ],
        commands: commands, explainWord: explanation,
        examples: [
            "condarc-tool set-channels conda-forge bioconda": "Use two channels:",
            "condarc-tool set channel_priority strict --diff": "Set a parameter, and show the change:",
        ],
        environment: environment, translate: { CommandError(translating: $0) })

    private static let environment: [(name: String, meaning: String)] = [
        ("HOME", "The home directory, of which `.condarc` is the user's file."),
        ("CONDA_ROOT", "The base installation, unless `--root` names it."),
        ("CONDA_EXE", "The program `conda`, from whose place the base installation follows."),
        ("CONDA_PREFIX", "The active environment, for `--env` and as a place where conda looks."),
        ("CONDARC", "One more file that conda reads, after all others."),
        ("VISUAL", "The editor of `edit`; without it `EDITOR`, else `vi`."),
        ("XDG_CONFIG_HOME", "A directory in which conda looks for `conda/.condarc`."),
    ]

    private static func explanation(of word: String, triedFor place: WordPlace) -> String? {
        switch place {
        case .command(let rest):
            if let meant = synonyms[word] { return meant }
            let isAct = { (option: CondaArguments.Declared) in [.action, .change].contains(option.group) }
            if CondaArguments.declared.contains(where: { isAct($0) && $0.names.contains(word) }) {
                let words = [word] + rest.map(ItemArguments.shown)
                return "an option of 'conda config' stands behind 'config': condarc-tool config "
                    + words.joined(separator: " ")
            }
            return (word.hasPrefix("-") ? ForeignOptions.hint(for: word, of: "COMMAND") : nil)
                ?? ForeignOptions.hint(forParameter: word, of: "COMMAND")
        case .option(let command): return ForeignOptions.hint(for: word, of: command)
        case .strangeOption(let command): return ForeignOptions.hint(forParameter: word, of: command)
        case .value(let value, let command): return ForeignOptions.hint(forValue: value, of: word, command)
        }
    }

    /// Other programs' words for what this one does.
    private static let synonyms: WordHints = [
        "list ls view print": "did you mean 'show', or 'get' for a single file?",
        "lint validate doctor verify": "did you mean 'check'?",
        "fix format fmt": "did you mean 'check --fix'?",
        "delete rm del": "did you mean 'remove', or 'unset' for a whole key?",
        "purge": "did you mean 'clear', or 'unset' for a whole key?",
        "reset remove-key": "did you mean 'unset'?",
        "why which": "did you mean 'explain'?",
        "info": "did you mean 'show', 'sources' or 'paths'?",
        "open rename": "did you mean 'edit'?",
        "export": "did you mean 'show --flat', or 'get' for a single file?",
        "import merge": "did you mean 'apply'?",
        "status": "did you mean 'sources', or 'check'?",
        "show-config": "did you mean 'show'?",
        "cat": "did you mean 'get'?",
        "init create": "a file is made by the first edit, such as 'set-channels conda-forge'",
        "install update upgrade search env activate":
            "packages are the business of conda: this program edits its configuration",
        "conda": "leave the word out, as in 'condarc-tool config --show'",
        "restore undo revert": "'--backup' keeps copies; 'apply FILE' takes the values of one over",
        "backup": "an edit keeps a copy with '--backup'",
        "show-sources showsources list-sources whoami": "did you mean 'sources'?",
        "proxy": "did you mean 'set proxy_servers.https URL'?",
        "man": "did you mean 'help'?",
        "compare": "did you mean 'diff'?",
        "policy": "did you mean 'enforce'?",
        "channels": "did you mean 'get channels' or 'set-channels'?",
        "login": "tokens are the business of keyring-tool: see 'keyring-tool --help'",
        "logout": "tokens are the business of keyring-tool: see 'keyring-tool logout --help'",
        "token": "tokens are the business of keyring-tool: see 'keyring-tool report'",
        "report": "did you mean 'keyring-tool report'?",
        "migrate": "did you mean 'keyring-tool migrate'?",
        "rotate": "did you mean 'keyring-tool rotate'?",
        "sync": "did you mean 'keyring-tool sync'?",
    ]

    /// Every command, in the order of the help page: a new one is registered here.
    static let commands: [any Command.Type] = [
        SetChannelsCommand.self, GetCommand.self, SetCommand.self, PrependCommand.self, AppendCommand.self,
        RemoveCommand.self, ClearCommand.self, UnsetCommand.self, ApplyCommand.self, EditCommand.self,
        DiffCommand.self, ShowCommand.self, SourcesCommand.self, ExplainCommand.self, DescribeCommand.self,
        CheckCommand.self, EnforceCommand.self, SchemaCommand.self, PathsCommand.self, ConfigCommand.self,
        CompletionCommand.self, CompleteCommand.self,
    ]
}
