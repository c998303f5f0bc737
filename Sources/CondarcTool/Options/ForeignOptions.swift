import CommandLineKit
import CondaURL
import Condarc

/// Options that other programs have, `conda` above all, and what does the same here.
enum ForeignOptions {
    private static let lists = "append prepend set-channels remove"
    private static let edits = lists + " set unset clear apply"
    /// Commands for which all sources count together.
    private static let wholes = "show explain sources paths describe"

    /// What to say to an option that a command does not have; nil for one that nothing is known of.
    static func hint(for option: String, of command: String) -> String? {
        let answer = answers.lazy.filter { names($0.key, command) }.compactMap { $0.value[option] }.first
        return (answer ?? ofAll[option])?.replacing("COMMAND", with: command).replacing("OPTION", with: option)
    }

    private static func names(_ commands: String, _ command: String) -> Bool {
        commands.split(separator: " ").contains { $0 == command }
    }

    /// By the commands that options were given to; the first that fits counts. `COMMAND` and `OPTION` stand for what was
    /// written.
    static let answers: KeyValuePairs<String, WordHints> = [
        "set-channels": [
            "-c --channel --channels": "channels stand without an option: condarc-tool set-channels CHANNEL…"
        ],
        "set": [
            "-c --channel": "channels stand without an option: condarc-tool set-channels CHANNEL…",
            "--value": "the value stands without an option: condarc-tool set KEY VALUE",
            "-y --yes": "nothing is asked here: leave it out; to have conda not ask: condarc-tool set always_yes true",
        ],
        lists: [
            "-c --channel --channels": "the list stands without dashes: condarc-tool COMMAND channels CHANNEL",
            "--from --to --in --into":
                "the list stands first, without an option: condarc-tool COMMAND channels CHANNEL",
            "--position --index --first --last --top --bottom --before --after --front --end":
                "'prepend' puts items first, 'append' last; the whole order is given by: condarc-tool set-channels CHANNEL…",
            "--value --item --items": "items stand without an option: condarc-tool COMMAND KEY ITEM",
            "-r --requirement --from-file": "the items of a file: condarc-tool COMMAND KEY $(cat FILE)",
        ],
        "remove unset clear": [
            "--all": "to make a list empty: condarc-tool clear KEY; to remove its key: condarc-tool unset KEY"
        ],
        "apply": ["--merge --overwrite --replace": "each key gets the value of FILE: leave it out"],
        "check apply enforce": [
            "-f --file --filename --from-file --from --input --patch --config":
                "name the file without an option: condarc-tool COMMAND FILE",
            "--stdin": "standard input is named '-': condarc-tool COMMAND -",
        ],
        edits: [
            "-i --index-url --extra-index-url": "a channel is added by: condarc-tool append channels URL",
            "--append": "to add at the end: condarc-tool append channels CHANNEL",
            "--prepend --add": "to add in front: condarc-tool prepend channels CHANNEL",
            "--type --bool --int --float --string --literal --no-type":
                "the parameter says what type a value has: leave it out",
            "--in-place --inplace --write -w --save": "a file is edited in place: leave it out",
            "-o --out --output-file --outfile":
                "the file to edit is named by --file FILE; with '--file -' the result goes to standard output",
            "--stdin": "standard input is named '-': --file -",
        ],
        "edit": ["--editor": "EDITOR=NAME condarc-tool edit"],
        "diff": [
            "--user --system --env --prefix -p --global --file -f --local":
                "name two files; 'condarc-tool paths' shows where they are: condarc-tool diff A B"
        ],
        "check": [
            "--all": "without FILE every file that conda reads is checked: leave it out",
            "--user --system --env --prefix -p --global --local":
                "name the file, as 'condarc-tool paths' shows it: condarc-tool check FILE",
            "--strict --exit-code --error-on-warning --warnings-as-errors -W --Werror --fail-level":
                "whatever is found ends it with status 1: leave it out",
            "--severity --level --min-severity": "every finding is told; --ignore RULES leaves rules out",
            "--rule --rules --only -s": "did you mean '--select'?",
            "--skip --no": "did you mean '--ignore'?",
            "--recursive -r -R": "a directory is searched at any depth: leave it out",
        ],
        "enforce": [
            "--all": "a whole machine is held to it by --system --all-homes",
            "--user": "a user's files are those of a home: --home DIR; your own need no option",
            "--prefix -p --name": "an environment's files are named by --env DIR",
            "--policy": "the policy stands without an option: condarc-tool enforce POLICY",
            "--fix --apply --write --repair --mend --enforce --remediate":
                "it mends without an option, and --check only looks: leave it out",
            "--strict": "what does not hold ends '--check' with status 1: leave it out",
        ],
        "explain": ["-c --channels": "name it without an option: condarc-tool explain CHANNEL"],
        "show": [
            "--effective --merged --resolved": "that is what it shows: leave it out",
            "--source": "did you mean '--origin'?",
            "--sort --sorted": "did you mean '--flat'?",
        ],
        "get": [
            "--all": "leave it out: without a key all that is set is shown",
            "--effective --merged --resolved --show-origin": "condarc-tool show --origin",
        ],
        "show get": ["--yaml": "the plain output is YAML: leave it out"],
        "show describe": ["--all": "without a key all are shown: leave it out"],
        wholes: [
            "--user --system --env": "every source counts here; a single file is shown by: condarc-tool get OPTION KEY",
            "--file -f --global --config --local":
                "every source counts here; a single file is shown by: condarc-tool get --file FILE",
        ],
        "check sources paths describe": [
            "--prefix -p --name -n": "the active environment counts: CONDA_PREFIX=DIR condarc-tool COMMAND"
        ],
        "schema": ["--output -o --out --output-file --outfile": "condarc-tool schema > FILE"],
    ]

    /// The same, whatever the command.
    static let ofAll: WordHints = [
        // Channels and parameters as options: conda install, git, kubectl.
        "-c --channel": "channels are shown by: condarc-tool get channels",
        "--override-channels": "what channels lists is all that counts: condarc-tool set-channels CHANNEL…",
        "--use-local": "condarc-tool prepend channels local",
        "--no-default-channels --no-defaults --nodefaults": "condarc-tool remove channels defaults",
        "--priority --strict-channel-priority": "condarc-tool set channel_priority strict",
        "--no-channel-priority --disable-channel-priority": "condarc-tool set channel_priority disabled",
        "--proxy": "condarc-tool set proxy_servers.https URL",
        "-k --insecure --no-verify --trusted-host --cacert --cert":
            "certificates of your own are named by: condarc-tool set ssl_verify FILE",
        "--token --api-key --password": "a token is stored by: keyring-tool set",
        "--key --parameter --param": "the key stands without an option: condarc-tool COMMAND KEY",
        // Acts as options: conda config, git config.
        "--append --prepend --add": "condarc-tool append KEY ITEM",
        "--remove --delete --rm --subtract": "to take an item out: condarc-tool remove KEY ITEM",
        "--remove-key --unset --unset-all --reset": "condarc-tool unset KEY",
        "--clear --empty": "condarc-tool clear KEY",
        "--set --replace-all": "condarc-tool set KEY VALUE",
        "--get --get-all --list -l": "condarc-tool get",
        "--show": "condarc-tool show",
        "--show-sources": "condarc-tool sources",
        "--describe": "condarc-tool describe",
        "--validate --lint --verify": "condarc-tool check",
        "--edit -e": "condarc-tool edit",
        "--version -V": "condarc-tool --version",
        // Files and places.
        "--all-users --all-homes": "condarc-tool enforce POLICY --all-homes",
        "--name -n -p": "an environment is named by --prefix DIR",
        "--root-prefix": "did you mean '--root'?",
        "--local --worktree": "--env takes the file of the active environment, --file FILE any file",
        "--debug --trace": "did you mean '--verbose'?",
    ]

    /// What to say where no option is near: of one that is named like a parameter.
    static func hint(forParameter option: String, of command: String) -> String? {
        let key = String(option.drop { $0 == "-" }).replacing("-", with: "_")
        guard let parameter = ParameterTable.parameter(forKey: key) else { return nil }
        if names(wholes, command) || command == "check" {
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
