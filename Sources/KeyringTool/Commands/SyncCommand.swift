import CommandLineKit
import CondaCredentials
import LosslessJSON

/// `sync`
enum SyncCommand: Command {
    static let heading = CommandHeading("sync", summary: "copy a token to the stores of other clients")

    static let to = Option(
        "to", value: .text("STORE,…"),
        help: "Where to: `mamba` (also micromamba), `rattler` (also pixi), or both; with `--from` also `keyring` and "
            + "`conda-token`.",
        isRepeatable: true)
    static let from = Option(
        "from", value: .choice("CLIENT", of: OtherClient.allCases.map(\.rawValue)),
        help: "Take the token from the store of this client, the entry that `--url` names.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [to, from] + Option.forChoice + Option.forPlaces + Option.forWriting,
            description: [
                "Copies a token to the files in which other clients of conda's channels keep theirs: "
                    + "`~/.mamba/auth/authentication.json` for mamba and micromamba, `~/.rattler/credentials.json` or "
                    + "`$RATTLER_AUTH_FILE` for rattler and pixi. Where several tokens are there, the options say which one.",
                "A credential that stands there for the same host is replaced; everything else in the file stays. A token of "
                    + "the keyring's entry `anaconda.com` goes to the host `repo.anaconda.cloud`, any other to its own host.",
                "With `--from`, it goes the other way: a token that stands only in a client's file is copied into the "
                    + "stores of conda. There a different token is not replaced.",
            ],
            examples: [
                Example("keyring-tool sync --to mamba,rattler --org my-org", "Copy an organization's token to both."),
                Example("keyring-tool sync --to rattler --diff", "Copy the only token, and show the change."),
                Example(
                    "keyring-tool sync --from rattler --to conda-token --url https://repo.anaconda.cloud/repo/",
                    "Take over what pixi knows."),
            ],
            exitStatuses: [
                ExitStatusMeaning(.negative, "There is no such token, or with `--check`: a file would change."),
                ExitStatusMeaning(.badData, "Several tokens fit, or a file cannot be parsed."),
            ], surplusArgument: .surplus)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = ToolSession(invocation)
        let targets = try SyncTarget.all(
            named: invocation.values(to), withStores: invocation.has(from), session)
        guard let token = try SyncedToken.chosen(invocation, session) else {
            if invocation.wantsJSON {
                invocation.console.write(redactedJSON: [
                    .init("changed", false), .init("path", .null), .init("synced", []),
                ])
            } else {
                invocation.console.note("there is no such token")
            }
            return .negative
        }
        let planned = try targets.map { try $0.set(token, writing: false) }
        let texts = zip(targets, planned).filter(\.1.changed).map { target, change in
            "\(token.text), \(token.secret.redacted), to \(CondaTokenFile.shown(path: change.path)) (\(target.name))"
        }
        let synced = zip(targets, planned).map { target, change -> JSONValue in
            [
                "client": .string(target.name), "path": .string(CondaTokenFile.shown(path: change.path)),
                "key": target.key(for: token).json,
                "changed": .bool(change.changed),
            ]
        }
        let run = WriteRun(
            invocation: invocation, done: texts.map { "copied \($0)" }, wouldDo: texts.map { "would copy \($0)" },
            members: [.init("synced", .array(synced))])
        return try run.run(planned: planned, path: planned.first?.path ?? "") {
            try targets.map { try $0.set(token, writing: true) }
        }
    }
}
