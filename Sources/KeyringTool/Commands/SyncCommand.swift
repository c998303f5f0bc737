import CommandLineKit
import CondaCredentials
import LosslessJSON

/// `sync`
enum SyncCommand: Command {
    static let heading = CommandHeading("sync", summary: "copy a token to the stores of other clients")

    static let to = Option(
        "to", value: .text("CLIENT,…"), help: "The clients: `mamba` (also micromamba), `rattler` (also pixi), or both.",
        isRepeatable: true)

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [to] + Option.forChoice + Option.forPlaces + Option.forWriting,
            description: [
                "Copies the token that the options choose, if more than one is there, to the files in which other clients of "
                    + "conda's channels keep theirs: `~/.mamba/auth/authentication.json` for mamba and micromamba, "
                    + "`~/.rattler/credentials.json` or `$RATTLER_AUTH_FILE` for rattler and pixi. A credential that "
                    + "stands there for the same host is replaced; everything else in the file stays.",
                "A token of the keyring's entry `anaconda.com` goes to the host `repo.anaconda.cloud`, any other to its "
                    + "own host.",
            ],
            examples: [
                Example("keyring-tool sync --to mamba,rattler --org my-org", "Copy an organization's token to both."),
                Example("keyring-tool sync --to rattler --diff", "Copy the only token, and show the change."),
            ],
            exitStatuses: [
                ExitStatusMeaning(.negative, "There is no such token, or with `--check`: a file would change."),
                ExitStatusMeaning(.badData, "Several tokens fit, or a file cannot be parsed."),
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let clients = try clients(invocation)
        let session = ToolSession(invocation)
        let choice = try TokenChoice(invocation)
        guard let token = try choice.single(in: session) else {
            if invocation.wantsJSON {
                invocation.console.write(json: [.init("changed", false), .init("path", .null), .init("synced", [])])
            } else {
                invocation.console.note("there is no token \(choice.text)")
            }
            return .negative
        }
        let url = url(of: token, session)
        let stores = clients.map { session.client($0) }
        let planned = try stores.map { try $0.set(token.secret, kind: token.kind, for: url, writing: false) }
        let texts = zip(stores, planned).filter(\.1.changed).map { store, _ in
            "\(token.address.phrase), \(token.redacted), to \(store.path) (\(store.client.rawValue))"
        }
        let synced = zip(stores, planned).map { store, change -> JSONValue in
            [
                "client": .string(store.client.rawValue), "path": .string(store.path),
                "key": store.client.key(for: url).json, "changed": .bool(change.changed),
            ]
        }
        let run = WriteRun(
            invocation: invocation, done: texts.map { "copied \($0)" }, wouldDo: texts.map { "would copy \($0)" },
            members: [.init("synced", .array(synced))])
        return try run.run(planned: planned, path: stores.first?.path ?? "") {
            try stores.map { try $0.set(token.secret, kind: token.kind, for: url, writing: true) }
        }
    }

    /// Where other clients use the token.
    private static func url(of token: StoredToken, _ session: ToolSession) -> String {
        if let url = token.url { return url }
        let domain = token.domain ?? KeyringFile.defaultDomain
        return domain.isSameText(as: KeyringFile.defaultDomain) ? session.site.url : "https://\(domain)/"
    }

    private static func clients(_ invocation: Invocation) throws(CommandError) -> [OtherClient] {
        let names = invocation.values(to).flatMap { $0.split(separator: ",") }.map(String.init)
        let known = OtherClient.allCases.map(\.rawValue)
        var clients: [OtherClient] = []
        for name in names {
            guard let client = OtherClient(rawValue: name) else {
                throw CommandError(
                    .usage, "--to names an unknown client",
                    hint: NearestName.suggestion(for: name, among: known) ?? "the clients are mamba and rattler")
            }
            if !clients.contains(client) { clients.append(client) }
        }
        guard !clients.isEmpty else { throw CommandError(.usage, "--to is missing", hint: "--to mamba,rattler") }
        return clients
    }
}
