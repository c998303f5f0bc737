package import CommandLineKit
import CondaCredentials
import CondaURL

/// The program `keyring-tool`.
///
/// A command is one file in `Commands`. It asks a `ToolSession` for the stores; those that write hand `WriteRun` what they
/// would do and how to do it. `Doctor` holds one file for each check.
package enum KeyringTool {
    package static let program = Program(
        name: "keyring-tool", summary: "report, keep and migrate the tokens of conda and Anaconda",
        description: [
            "Conda's tokens stand in two places: the Anaconda keyring, which `anaconda token install` writes, and the "
                + "directory of conda-token files, which conda, conda-token, Anaconda Navigator and anaconda-client "
                + "use. This program shows every token in both, says what is wrong with them, moves them from one "
                + "place to the other without ever being able to lose one, and says which one conda would send.",
            "A token is never taken from an argument, and shown only by `get`.",
        ],
        commands: commands, explainWord: explanation,
        examples: [
            "keyring-tool report": "Show every token, what is wrong, and what `migrate` would do:",
            "keyring-tool migrate --org my-org": "Copy the conda-token file's token into the keyring:",
            "keyring-tool set --store keyring --org my-org < token.txt": "Store a token:",
            "keyring-tool which https://repo.anaconda.cloud/repo/main": "Show which token conda would send:",
        ],
        environment: environment, translate: { CommandError(of: $0)?.showingStore })

    private static let environment: [(name: String, meaning: String)] =
        [
            ("HOME", "The home directory, in which the keyring and the other clients' files lie."),
            ("XDG_CONFIG_HOME", "A directory in which conda-token's files and other settings lie."),
            ("BINSTAR_CONFIG_DIR", "The parent of conda-token's directory, `data`, wherever it would be."),
            ("ANACONDA_AUTH_DOMAIN", "The domain that anaconda-auth signs in to; others of its variables count too."),
            ("PYTHON_KEYRING_BACKEND", "The keyring that anaconda-auth takes instead of its own file."),
            ("CONDA_ROOT", "The base installation, unless `--root` names it."),
            ("CONDA_EXE", "The program `conda`, from whose place the base installation follows."),
        ]
        + StoreKind.all.compactMap { kind in
            kind.variable.map { ($0, "The file of \(kind.user), wherever it would be.") }
        }

    private static let explanation: @Sendable (String, WordPlace) -> String? = { word, place in
        switch place {
        case .command: commandsOfCondarcTool.contains(word) ? "condarc-tool \(word) does that" : synonyms[word]
        case .option, .strangeOption:
            MisplacedToken.isOne(String(word.drop { $0 == "-" })) ? TokenInput.refusal.hint : nil
        case .value: nil
        }
    }

    private static let commandsOfCondarcTool: Set = [
        "config", "set-channels", "append", "prepend", "apply", "enforce", "edit", "unset",
    ]

    /// Other programs' words for what this one does.
    private static let synonyms: WordHints = [
        "ls whoami status tokens": "did you mean 'report'?",
        "import": "store a token with 'set', or take those of another store over with 'migrate'",
        "export": "did you mean 'get' for one token, or 'sync' for another client?",
        "install": "did you mean 'set', as 'anaconda token install' stores one?",
        "restore": "did you mean 'doctor --fix', which recovers a damaged keyring?",
        "refresh renew replace update": "did you mean 'rotate'?",
        "init": "the stores are made by the first 'set'",
        "show": "did you mean 'report', or 'get' for one token?",
        "token": "'set --store keyring --org ORG' stores one, as 'anaconda token install' does; 'report' lists them",
        "lint validate check verify": "did you mean 'doctor'?",
        "fix": "did you mean 'doctor --fix'?",
        "delete rm": "did you mean 'remove'?",
        "purge": "did you mean 'logout'?",
        "copy cp": "did you mean 'migrate' or 'sync'?",
        "move mv": "did you mean 'migrate'?",
        "add store put": "did you mean 'set'?",
        "explain test": "did you mean 'which'?",
        "revoke": "a token is revoked where it was made; 'remove --everywhere' forgets it here",
        "clear reset": "did you mean 'remove --all --store STORE', or 'logout' for every store?",
        "backup": "tokens are kept in no second file; 'migrate' and 'sync' copy them to another store",
        "auth": "this program logs in nowhere: 'report' shows what is stored, 'set' stores a token",
        "rename": "'get' it, 'set' it under the new organization, and 'remove' the old one",
        "login": "this program logs in nowhere: store a token with 'set', or an API key with 'set --kind api-key'",
    ]

    /// In the order of the help page.
    static let commands: [any Command.Type] = [
        ReportCommand.self, PathsCommand.self, GetCommand.self, SetCommand.self, RemoveCommand.self,
        RotateCommand.self, LogoutCommand.self, MigrateCommand.self, WhichCommand.self, DoctorCommand.self,
        SyncCommand.self, CompletionCommand.self, CompleteCommand.self,
    ]
}
