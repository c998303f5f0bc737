import CommandLineKit
import CondaCredentials

enum RemoveCommand: Command {
    static let heading = CommandHeading("remove", summary: "remove one token, or all of a store or of every store")

    static let all = Option("all", help: "Remove every repo token of the store that `--store` names.")
    static let everywhere = Option(
        "everywhere", help: "Remove from every store, and the copies from the stores of other clients.")
    static let strict = Option("strict", help: "Exit with status 1 where there is no such token.")
    static let kind = Option(
        "kind", value: .choice("KIND", of: TokenKind.allCases.map(\.rawValue) + ["any"]),
        help: "The kind of token: `repo-token`, `api-key`, or with `--all` `any`.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [all, everywhere, strict] + Option.forChoice(.remove).filter { $0.long != kind.long } + [kind]
                + Option.forPlaces + Option.forWriting,
            description: [
                "Removes the one token that the options describe. One that is not there is no error, unless `--strict` is "
                    + "given: the command says what is there, the nearest name first. `--all` removes every repo token of a store.",
                "An API key, which is a login, goes only with `--kind api-key`, or with `--all --kind any`. With `--all`, the "
                    + "login of anaconda.org among the conda-token files stays too, unless `--kind any` is given.",
                "With `--everywhere`, every store that holds that very token loses it, those of other clients too, so that "
                    + "nothing is left to copy it back from. What cannot be read or removed is named, and the rest is done.",
            ],
            examples: [
                "keyring-tool remove --org my-org": "Remove an organization's token from the keyring.",
                "keyring-tool remove --url https://repo.anaconda.cloud/repo/": "Remove a conda-token file.",
                "keyring-tool remove --all --store keyring -n": "Show what would go.",
                "keyring-tool remove --org my-org --everywhere": "Remove a token and all copies of it.",
            ],
            exitStatuses: [
                .negative: "With `--check`: a token would be removed. With `--strict`: there is no such token.",
                .badData: "Several tokens fit, or a store cannot be parsed.",
                .system: "Something could not be read or removed; the rest is done.",
            ], explainSurplus: { .surplusChoice($0, of: "remove") }, optionHints: Option.choiceHints)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let wantsAny = invocation.value(kind) == "any"
        guard !wantsAny || invocation.has(all) else {
            throw CommandError(.usage, "--kind any goes with --all", hint: "pick one with --kind repo-token or api-key")
        }
        guard !invocation.has(everywhere) || !invocation.has(.store) else {
            throw CommandError(
                .usage, "options --everywhere and --store exclude each other",
                hint: "leave out --store: --everywhere means every store")
        }
        let session = try ToolSession(invocation)
        let selection = RemovalSelection(invocation: invocation, session: session)
        let found = try invocation.has(all) ? selection.all(includingLogins: wantsAny) : selection.one()
        tell(found, invocation)
        let path = try session.store(invocation.store ?? .usual(.domain)).path
        let status = try WriteRun(invocation: invocation, session: session).run(path: path) { isRehearsal in
            Removal.told(found.removals, verb: isRehearsal ? "would remove" : "removed", problems: found.problems) {
                removal throws(CredentialError) in try removal.apply(isRehearsal: isRehearsal)
            }
        }
        return status == .success && found.removals.isEmpty && invocation.has(strict) ? .negative : status
    }

    /// What is to be said before anything goes.
    private static func tell(_ found: RemovalSelection.Found, _ invocation: Invocation) {
        for note in found.notes { invocation.console.note(note) }
        // The first problem is what the command ends with.
        for left in found.warnings + found.problems.dropFirst() {
            invocation.console.warn(CommandError(left).showingStore)
        }
        if let elsewhere = found.elsewhere {
            invocation.console.note(
                "there is no such token in \(invocation.store?.name.rawValue ?? "the store")", hint: elsewhere)
        } else if found.removals.isEmpty {
            let present = PresentTokens(tokens: found.present, wanted: found.wanted)
            if found.wanted == nil, !invocation.has(all) {
                invocation.console.note(
                    invocation.kind == .apiKey ? "there is no API key" : "there is no such token", hint: present.list)
            } else {
                present.tell(invocation.console)
            }
        }
    }
}
