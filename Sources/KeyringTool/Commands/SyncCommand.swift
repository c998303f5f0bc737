import CommandLineKit
import CondaCredentials
import LosslessJSON

enum SyncCommand: Command {
    static let heading = CommandHeading("sync", summary: "copy a token to the stores of other clients")

    static let to = Option(
        "to", value: .completing("STORE,…") { StoredNames.copies($1) },
        help: "Where to: " + StoreKind.copies.map { "`\($0.name.rawValue)` (for \($0.user))" }.joined(separator: ", ")
            + "; several are separated by commas. With `--from` also "
            + StoreKind.own.map { "`\($0.name.rawValue)`" }.joined(separator: ", ") + ".",
        isRepeatable: true)
    static let from = Option(
        "from", value: .completing("CLIENT") { _, _ in StoreKind.copies.map { Candidate($0.name.rawValue) } },
        help: "Take the token from the store of this client, the entry that `--url` names.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [to, from] + Option.forChoice(.copyToClients) + Option.forPlaces + Option.forWriting,
            description: [
                "Copies a token to the files in which other clients of conda's channels keep theirs, which "
                    + "`keyring-tool paths` shows. Where several tokens are there, the options say which one.",
                "A credential that stands there for the same host is replaced; everything else in the file stays. A token of "
                    + "the keyring's entry `anaconda.com` goes to the host `repo.anaconda.cloud`, any other to its own host.",
                "With `--from`, it goes the other way: a token that stands only in a client's file is copied into the "
                    + "stores of conda. There a different token is not replaced.",
            ],
            examples: [
                "keyring-tool sync --to mamba,rattler --org my-org": "Copy an organization's token to both.",
                "keyring-tool sync --to rattler --diff": "Copy the only token, and show the change.",
                "keyring-tool sync --from rattler --to conda-token --url https://repo.anaconda.cloud/repo/":
                    "Take over what pixi knows.",
            ],
            exitStatuses: [
                .negative: "There is no such token, or with `--check`: a file would change.",
                .badData: "Several tokens fit, or a file cannot be parsed.",
            ],
            explainSurplus: { _ in
                .surplus("clients are named by --to: --to mamba, or with commas between several: --to mamba,rattler")
            },
            optionHints: Option.choiceHints)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = try ToolSession(invocation)
        let kinds = try SyncDestination.kinds(named: invocation.values(to), withOwn: invocation.has(from))
        guard let token = try SyncedToken.chosen(invocation, session) else {
            if invocation.wantsJSON {
                invocation.console.write(json: ["changed": false, "path": .null, "synced": []])
            } else if invocation.has(from) {
                invocation.console.note(
                    "there is no such token", hint: "'keyring-tool report' shows which there are")
            } else {
                try TokenChoice(invocation).tellAbsent(session, invocation.console)
            }
            return .negative
        }
        let destinations = try kinds.map { try SyncDestination($0, token, session) }
        func tell(_ outcomes: [StoreOutcome], isRehearsal: Bool, failure: CredentialError? = nil) -> Told {
            let copies = zip(destinations, outcomes).map { destination, outcome in
                (destination, outcome, path: outcome.changes.first?.shownPath ?? destination.store.path)
            }
            let lines = copies.filter(\.1.changed).map { destination, outcome, path in
                "\(isRehearsal ? "would copy" : "copied") \(token.text), \(token.secret.redacted), to \(path) "
                    + "(\(destination.store.name.rawValue))"
                    + (outcome.replaces
                        ? ", in place of another that \(isRehearsal ? "stands" : "stood") there" : "")
            }
            let synced = copies.map { destination, outcome, path -> JSONValue in
                let client = JSONValue.string(destination.store.name.rawValue)
                return [
                    "store": client, "path": .string(path), "entry": destination.key.json,
                    "key": destination.key.json, "changed": .bool(outcome.changed), "client": client,
                ]
            }
            return Told(outcomes.flatMap(\.changes), lines, members: ["synced": .array(synced)], failure: failure)
        }
        let path = destinations.first?.store.path ?? ""
        return try WriteRun(invocation: invocation, session: session).run(path: path) { isRehearsal in
            var outcomes: [StoreOutcome] = []
            for destination in destinations {
                do throws(CredentialError) {
                    outcomes.append(try destination.apply(isRehearsal: isRehearsal))
                } catch {
                    // Nothing was changed before the first one.
                    guard !isRehearsal, outcomes.contains(where: \.changed) else { throw error }
                    return tell(outcomes, isRehearsal: false, failure: error)
                }
            }
            return tell(outcomes, isRehearsal: isRehearsal)
        }
    }
}
