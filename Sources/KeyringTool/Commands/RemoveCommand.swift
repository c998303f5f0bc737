import LosslessJSON
import CommandLineKit
import CondaCredentials

/// `remove`
enum RemoveCommand: Command {
    static let heading = CommandHeading("remove", summary: "remove one token, or all repo tokens of a store")

    static let all = Option("all", help: "Remove every repo token of the store that `--store` names.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [all] + Option.forChoice + Option.forPlaces + Option.forWriting,
            description: [
                "Removes the one token that the options describe; one that is not there is no error. `--all` removes "
                    + "every repo token of a store.",
                "An API key, which is a login, goes only with `--kind api-key`. With `--all`, the login of anaconda.org "
                    + "among the conda-token files stays too: name it by its `--url`.",
            ],
            examples: [
                Example("keyring-tool remove --org my-org", "Remove an organization's token from the keyring."),
                Example(
                    "keyring-tool remove --url https://repo.anaconda.cloud/repo/", "Remove a conda-token file."),
                Example("keyring-tool remove --all --store keyring -n", "Show what would go."),
            ],
            exitStatuses: [
                ExitStatusMeaning(.negative, "With `--check`: a token would be removed."),
                ExitStatusMeaning(.badData, "Several tokens fit, or a store cannot be parsed."),
            ], surplusArgument: .surplus)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = ToolSession(invocation)
        let tokens = try invocation.has(all) ? all(invocation, session) : one(invocation, session)
        let place = try session.store(invocation.store ?? .keyring).path
        let texts = tokens.map { "\($0.address.phrase), \($0.redacted), from \($0.shownPath)" }
        let run = WriteRun(
            invocation: invocation, done: texts.map { "removed \($0)" }, wouldDo: texts.map { "would remove \($0)" },
            members: [.init("removed", .array(tokens.map(\.json)))])
        let inKeyring = tokens.filter { $0.store == .keyring }.map(\.address)
        let inFiles = Set(tokens.filter { $0.store == .condaToken }.map(\.address))
        func remove(writing: Bool) throws -> [StoreChange] {
            let files = try tokens.map(\.address).filter { inFiles.contains($0) }.map {
                try session.condaTokens.remove($0, ifMatching: nil, writing: writing)
            }
            guard let first = inKeyring.first else { return files }
            let keyring = try session.keyring()
            return Set(inKeyring).count == 1
                ? [try keyring.remove(first, ifMatching: nil, writing: writing)]
                : [try keyring.remove(all: inKeyring, writing: writing)]
        }
        return try run.run(planned: try remove(writing: false), path: place) { try remove(writing: true) }
    }

    private static func one(_ invocation: Invocation, _ session: ToolSession) throws -> [StoredToken] {
        let picks = [Option.organization, .siteToken, .url].contains { invocation.has($0) }
        guard picks || invocation.kind == .apiKey else {
            throw CommandError(
                .usage, "which token is to go is not said",
                hint: "--org ORG, --no-org, --url URL, --kind api-key, or --all --store STORE")
        }
        let found = try TokenChoice(invocation).matches(in: session)
        let kept = found.filter { $0.kind == .apiKey && invocation.kind != .apiKey }
        let tokens = found.filter { $0.kind != .apiKey || invocation.kind == .apiKey }
        if tokens.isEmpty, !kept.isEmpty { invocation.console.note("an API key goes only with --kind api-key") }
        guard Set(tokens.map(\.address)).count <= 1 else {
            let list = tokens.map(\.subject).joined(separator: "; ")
            throw CommandError(
                .conflict, "\(tokens.count) tokens fit: \(list)", hint: "pick one with --store or --domain")
        }
        return tokens
    }

    private static func all(_ invocation: Invocation, _ session: ToolSession) throws -> [StoredToken] {
        guard let store = invocation.store else {
            throw CommandError(.usage, "--all needs --store", hint: "--store keyring or --store conda-token")
        }
        guard invocation.kind != .apiKey else {
            throw CommandError(.usage, "--all removes repo tokens; an API key is removed by its --domain")
        }
        let choice = try TokenChoice(invocation)
        let tokens = try session.store(store).contents().tokens.filter { $0.kind == .repoToken && choice.matches($0) }
        let logins = tokens.filter(\.isLogin)
        for login in logins {
            invocation.console.note("the login of \(login.subject) stays: remove it with --url")
        }
        return tokens.filter { !$0.isLogin }
    }
}

extension StoredToken {
    /// Whether it is anaconda-client's login to anaconda.org rather than a token for channels.
    var isLogin: Bool {
        guard let host = url.flatMap({ ChannelURL($0) })?.host else { return false }
        return host == "anaconda.org" || host.hasSuffix(".anaconda.org")
    }
}
