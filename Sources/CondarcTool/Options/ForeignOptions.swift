import CondaURL
import Condarc

/// Options that other programs have, `conda` above all, and what does the same here.
enum ForeignOptions {
    private static let lists = ["append", "prepend", "set-channels", "remove"]
    private static let edits = lists + ["set", "unset", "clear", "apply"]
    /// Commands for which all sources count together.
    private static let wholes = ["show", "explain", "sources", "paths", "describe"]

    /// What to say to an option that a command does not have; nil for one that nothing is known of.
    static func hint(for option: String, of command: String) -> String? {
        let answer = answers.first {
            $0.options.contains(option) && ($0.commands.isEmpty || $0.commands.contains(command))
        }
        return answer.map { $0.hint.replacing("COMMAND", with: command).replacing("OPTION", with: option) }
    }

    /// By options and the commands that they were given to, all where none is named; the first that fits counts. `COMMAND`
    /// and `OPTION` stand for what was written.
    static let answers: [(options: [String], commands: [String], hint: String)] = [
        // Channels and parameters as options: conda install, git, kubectl.
        (
            ["-c", "--channel"], ["set-channels", "set"],
            "channels stand without an option: condarc-tool set-channels CHANNEL…"
        ),
        (["--channels"], ["set-channels"], "channels stand without an option: condarc-tool set-channels CHANNEL…"),
        (
            ["-c", "--channel", "--channels"], lists,
            "the list stands without dashes: condarc-tool COMMAND channels CHANNEL"
        ),
        (["-c", "--channel", "--channels"], ["explain"], "name it without an option: condarc-tool explain CHANNEL"),
        (["-c", "--channel"], [], "channels are shown by: condarc-tool get channels"),
        (["--override-channels"], [], "what channels lists is all that counts: condarc-tool set-channels CHANNEL…"),
        (["--use-local"], [], "condarc-tool prepend channels local"),
        (
            ["--no-default-channels", "--no-defaults", "--nodefaults"], [],
            "condarc-tool remove channels defaults"
        ),
        (["--priority", "--strict-channel-priority"], [], "condarc-tool set channel_priority strict"),
        (["--no-channel-priority", "--disable-channel-priority"], [], "condarc-tool set channel_priority disabled"),
        (
            [
                "--position", "--index", "--first", "--last", "--top", "--bottom", "--before", "--after", "--front",
                "--end",
            ],
            lists,
            "'prepend' puts items first, 'append' last; the whole order is given by: condarc-tool set-channels CHANNEL…"
        ),
        (["--proxy"], [], "condarc-tool set proxy_servers.https URL"),
        (
            ["-k", "--insecure", "--no-verify", "--trusted-host", "--cacert", "--cert"], [],
            "certificates of your own are named by: condarc-tool set ssl_verify FILE"
        ),
        (["-i", "--index-url", "--extra-index-url"], edits, "a channel is added by: condarc-tool append channels URL"),
        (["--token", "--api-key", "--password"], [], "a token is stored by: keyring-tool set"),
        // Acts as options: conda config, git config.
        (["--append"], edits, "to add at the end: condarc-tool append channels CHANNEL"),
        (["--prepend", "--add"], edits, "to add in front: condarc-tool prepend channels CHANNEL"),
        (["--append", "--prepend", "--add"], [], "condarc-tool append KEY ITEM"),
        (["--remove", "--delete", "--rm", "--subtract"], [], "to take an item out: condarc-tool remove KEY ITEM"),
        (["--remove-key", "--unset", "--unset-all", "--reset"], [], "condarc-tool unset KEY"),
        (["--clear", "--empty"], [], "condarc-tool clear KEY"),
        (["--set", "--replace-all"], [], "condarc-tool set KEY VALUE"),
        (["--get", "--get-all", "--list", "-l"], [], "condarc-tool get"),
        (["--show"], [], "condarc-tool show"),
        (["--show-sources"], [], "condarc-tool sources"),
        (["--describe"], [], "condarc-tool describe"),
        (["--validate", "--lint", "--verify"], [], "condarc-tool check"),
        (["--edit", "-e"], [], "condarc-tool edit"),
        (["--key", "--parameter", "--param"], [], "the key stands without an option: condarc-tool COMMAND KEY"),
        (
            ["--from", "--to", "--in", "--into"], lists,
            "the list stands first, without an option: condarc-tool COMMAND channels CHANNEL"
        ),
        (["--value"], ["set"], "the value stands without an option: condarc-tool set KEY VALUE"),
        (["--value", "--item", "--items"], lists, "items stand without an option: condarc-tool COMMAND KEY ITEM"),
        (
            ["--type", "--bool", "--int", "--float", "--string", "--literal", "--no-type"], edits,
            "the parameter says what type a value has: leave it out"
        ),
        (
            ["-y", "--yes"], ["set"],
            "nothing is asked here: leave it out; to have conda not ask: condarc-tool set always_yes true"
        ),
        (["--all"], ["get"], "leave it out: without a key all that is set is shown"),
        (["--all"], ["show", "describe"], "without a key all are shown: leave it out"),
        (["--all"], ["check"], "without FILE every file that conda reads is checked: leave it out"),
        (["--all"], ["enforce"], "a whole machine is held to it by --system --all-homes"),
        (
            ["--all"], ["remove", "unset", "clear"],
            "to make a list empty: condarc-tool clear KEY; to remove its key: condarc-tool unset KEY"
        ),
        (
            ["--in-place", "--inplace", "-i", "--write", "-w", "--save"], edits,
            "a file is edited in place: leave it out"
        ),
        (["-r", "--requirement", "--from-file"], lists, "the items of a file: condarc-tool COMMAND KEY $(cat FILE)"),
        // Files and places.
        (["--user"], ["enforce"], "a user's files are those of a home: --home DIR; your own need no option"),
        (["--prefix", "-p", "--name", "-n"], ["enforce"], "an environment's files are named by --env DIR"),
        (["--all-users", "--all-homes"], [], "condarc-tool enforce POLICY --all-homes"),
        (["--policy"], ["enforce"], "the policy stands without an option: condarc-tool enforce POLICY"),
        (
            ["--user", "--system", "--env", "--prefix", "-p", "--global", "--file", "-f", "--local"], ["diff"],
            "name two files; 'condarc-tool paths' shows where they are: condarc-tool diff A B"
        ),
        (
            ["--user", "--system", "--env", "--prefix", "-p", "--global", "--local"], ["check"],
            "name the file, as 'condarc-tool paths' shows it: condarc-tool check FILE"
        ),
        (
            ["-f", "--file", "--filename", "--from-file", "--from", "--input", "--patch", "--config"],
            ["check", "apply", "enforce"], "name the file without an option: condarc-tool COMMAND FILE"
        ),
        (
            ["--user", "--system", "--env"], wholes,
            "every source counts here; a single file is shown by: condarc-tool get OPTION KEY"
        ),
        (
            ["--file", "-f", "--global", "--config", "--local"], wholes,
            "every source counts here; a single file is shown by: condarc-tool get --file FILE"
        ),
        (
            ["--prefix", "-p", "--name", "-n"], ["check", "sources", "paths", "describe"],
            "the active environment counts: CONDA_PREFIX=DIR condarc-tool COMMAND"
        ),
        (["--name", "-n", "-p"], [], "an environment is named by --prefix DIR"),
        (["--root-prefix"], [], "did you mean '--root'?"),
        (["--local", "--worktree"], [], "--env takes the file of the active environment, --file FILE any file"),
        (["--output", "-o", "--out", "--output-file", "--outfile"], ["schema"], "condarc-tool schema > FILE"),
        (
            ["-o", "--out", "--output-file", "--outfile"], edits,
            "the file to edit is named by --file FILE; with '--file -' the result goes to standard output"
        ),
        (["--stdin"], ["check", "apply", "enforce"], "standard input is named '-': condarc-tool COMMAND -"),
        (["--stdin"], edits, "standard input is named '-': --file -"),
        (["--editor"], ["edit"], "EDITOR=NAME condarc-tool edit"),
        // What is done anyway.
        (
            [
                "--strict", "--exit-code", "--error-on-warning", "--warnings-as-errors", "-W", "--Werror",
                "--fail-level",
            ],
            ["check"], "whatever is found ends it with status 1: leave it out"
        ),
        (
            ["--severity", "--level", "--min-severity"], ["check"],
            "every finding is told; --ignore RULES leaves rules out"
        ),
        (["--rule", "--rules", "--only", "-s"], ["check"], "did you mean '--select'?"),
        (["--skip", "--no"], ["check"], "did you mean '--ignore'?"),
        (["--recursive", "-r", "-R"], ["check"], "a directory is searched at any depth: leave it out"),
        (
            ["--fix", "--apply", "--write", "--repair", "--mend", "--enforce", "--remediate"], ["enforce"],
            "it mends without an option, and --check only looks: leave it out"
        ),
        (["--strict"], ["enforce"], "what does not hold ends '--check' with status 1: leave it out"),
        (["--merge", "--overwrite", "--replace"], ["apply"], "each key gets the value of FILE: leave it out"),
        (["--effective", "--merged", "--resolved"], ["show"], "that is what it shows: leave it out"),
        (["--effective", "--merged", "--resolved", "--show-origin"], ["get"], "condarc-tool show --origin"),
        (["--source", "--sources"], ["show"], "did you mean '--origin'?"),
        (["--yaml"], ["show", "get"], "the plain output is YAML: leave it out"),
        (["--sort", "--sorted"], ["show"], "did you mean '--flat'?"),
        (["--debug", "--trace"], [], "did you mean '--verbose'?"),
        (["--version", "-V"], [], "condarc-tool --version"),
    ]

    /// What to say where no option is near: of one that is named like a parameter.
    static func hint(forParameter option: String, of command: String) -> String? {
        let key = String(option.drop { $0 == "-" }).replacing("-", with: "_")
        guard let parameter = ParameterTable.parameter(forKey: key) else { return nil }
        if wholes.contains(command) || command == "check" {
            return
                "a variable sets it for one call: CONDA_\(parameter.name.uppercased())=VALUE condarc-tool \(command) …"
        }
        let edit = if case .sequence = parameter.type { "append \(key) ITEM" } else { "set \(key) VALUE" }
        return "'\(key)' is a parameter: condarc-tool get \(key), or condarc-tool \(edit)"
    }

    /// What to say to a value of a flag, which takes none.
    static func hint(forValue value: String, of flag: String, _ command: String) -> String? {
        // It is an argument of the command.
        guard ParameterTable.parameter(forKey: value) == nil else { return nil }
        return switch flag {
        case "-n" where command != "config", "--env" where command != "enforce":
            "an environment is named by --prefix DIR"
        case "--system": "the base installation is named by --root DIR"
        case "--user": "another user's file is named by --file, as in --file ~NAME/.condarc"
        default: nil
        }
    }
}
