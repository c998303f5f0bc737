import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import SecureFileStore

/// `enforce POLICY`
enum EnforceCommand: Command {
    static let heading = CommandHeading("enforce", summary: "hold every configuration file to a policy")

    static let home = Option(
        "home", value: .directory(), help: "Hold the files of these home directories to the policy.",
        takesSeveral: true)
    static let allHomes = Option(
        "all-homes", help: "The same for every directory of the password database that exists.")
    static let system = Option(
        "system",
        help: "Hold the files of the system to the policy: those in `/etc/conda`, and of the base installation.")
    static let environments = Option(
        "env", value: .directory(), help: "Hold the files of the environments in these directories to the policy.",
        takesSeveral: true)
    static let policy = Option(
        "policy", value: .file(), help: "Heed this policy: see `enforce`.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.file("POLICY"), help: "The policy, in YAML; `-` reads standard input.")],
            options: [home, allHomes, system, environments, .root, CheckCommand.format] + Option.forEditing,
            description: [
                "Looks for what a policy does not allow, mends it by edits that change nothing else, and writes one line for "
                    + "each thing found. Without options it looks at all that the running user's conda reads.",
                "A policy is a map. `version: 1` comes first. `require` is a map of parameters: each must be set in the "
                    + "user's or the system's file and not overridden by another file; of a list, its items must be there "
                    + "(missing ones go to the end), of a map, its entries. `pin` is a map of parameters whose "
                    + "effective value must be this one, whoever sets another: it is written with `#!final` in the base "
                    + "installation's file, or in the user's with `--home` and where no base installation is known. "
                    + "`forbid.keys` lists keys, or entries as `MAP.ENTRY`, that may be set nowhere. `forbid.channels` lists "
                    + "names and URLs with `*`, `?` and `[…]`; what lies below is meant, too.",
                "A forbidden channel is found by what is written and by what that becomes: in `channels`, "
                    + "`default_channels`, `custom_multichannels`, `custom_channels` and `channel_alias`. `defaults` means "
                    + "the name and Anaconda's own channels under any name or URL. It is taken away from what gives names their "
                    + "meaning first, then from `channels`. Where no channels are left, conda before 25.9 uses `defaults`: "
                    + "where those are forbidden, and no channels are required, `default_channels` becomes `[]`.",
                "What an edit cannot reach is told and left: a variable such as `CONDA_CHANNELS`, a file outside of what was "
                    + "named. Options of a command line, such as `conda install -c CHANNEL`, are beyond any file.",
                "Of homes, the files below them count together with those of the system; variables do not, since they are "
                    + "another process's. Run by root, or by someone else than a home's owner, no link is followed out of "
                    + "the home, and files that are made belong to its owner. With `--all-homes`, no file is made in a "
                    + "directory that belongs to another user than a service's account that names it, such as `/bin`, and "
                    + "none has to be there. The database is `/etc/passwd`: homes of accounts that a directory service has are "
                    + "named with `--home`.",
                "An environment's files need not set anything; what they set must not differ.",
                "The policy itself is looked at first, by the rules of `check`. What is hardly meant, such as a pattern that is "
                    + "nearly a well-known channel or a key that conda does not know, is told in a warning, and then what "
                    + "was found is no all-clear. Behind what is meant write `# condarc-tool: ignore`; a key that is meant "
                    + "may also stand in quotes. A policy that could never be fulfilled, or forbids what cannot be, is "
                    + "refused, with all that is wrong in it.",
                "With `--json` (or `--format json`) there is one object: `changed`, `violations`, each with `rule`, `home`, `path`, "
                    + "`line`, `key`, `channel`, `message`, `hint` and `repaired`, and `looked_at`, each with `path` and `result`: "
                    + "`ok`, `repaired`, `pending`, `violation`, `unreadable` or `absent`.",
            ],
            examples: [
                "condarc-tool enforce policy.yml --check": "Does this user's conda keep to the policy?",
                "condarc-tool enforce policy.yml --system --all-homes --diff":
                    "Hold a whole machine to it, and show the changes.",
                "condarc-tool enforce policy.yml --home /home/* --check --format sarif": "Report, and change nothing.",
            ],
            exitStatuses: [
                .success: "The policy holds now.",
                .negative: "With `--check`: it does not hold. Else: something could not be mended.",
                .badData: "The policy is wrong, or contradicts itself; nothing was changed.",
                .system: "A file could not be written; each is named, and the others are done.",
            ],
            notes: [SharedNotes.whatStays],
            explainSurplus: { operands in
                CommandError(
                    .usage, "enforce takes one POLICY, and looks at all files by itself",
                    hint: "one policy at a time; to hold single files to it: condarc-tool check --policy "
                        + operands.prefix(2).map(ShellWord.quoted).joined(separator: " "))
            })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let format = FindingFormat(rawValue: try invocation.format(CheckCommand.format)) ?? .text
        let session = Session(invocation.context)
        if let root = invocation.value(.root), (try? session.files.metadata(session.host.absolute(root))) == nil {
            throw CommandError(
                .io, "there is no directory \(root)", path: root,
                hint: "is --root right? It names the base installation")
        }
        let (policy, doubts) = try read(invocation.operands[0], invocation, session)
        var run = EnforceRun(invocation, session, policy, doubts: doubts, format)
        return try run.run()
    }

    /// Reads the policy that a user names, and tells what is hardly meant in it.
    static func read(
        _ name: String, _ invocation: Invocation, _ session: Session
    ) throws -> (policy: Policy, doubts: [Finding]) {
        try NamedInput.read(name, invocation, session) { bytes in
            let policy = try Policy(bytes, path: name, pathExists: session.pathExists)
            let doubts = policy.doubts(ValueDoubts.checker(session))
            for message in ValueDoubts.messages(about: doubts, as: .warning, in: policy.document) {
                invocation.console.say(message)
            }
            return (policy, doubts)
        }
    }
}
