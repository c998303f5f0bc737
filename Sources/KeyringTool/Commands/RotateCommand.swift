import CommandLineKit
import CondaCredentials
import LosslessJSON
import TokenMigration

enum RotateCommand: Command {
    static let heading = CommandHeading("rotate", summary: "put a new token wherever the present one stands")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: TokenInput.options + Option.forChoice(.rotate) + Option.forPlaces + Option.forWriting,
            description: [
                "Reads a new token as `set` does, and puts it in the place of the present one in every store and every other "
                    + "client's store that holds that very token; `--org`, `--url` or `--domain` say which one that is. "
                    + "Without them it is the only one there is. Other tokens are left alone, and each keeps its place in the order.",
                "Each store is written whole or not at all. Where one cannot be, the others are written all the same, but for "
                    + "the place by which the present token was chosen: by it, running the command again finds and "
                    + "finishes what is left.",
            ],
            examples: [
                "keyring-tool rotate --org my-org < new-token.txt": "Replace an organization's token everywhere.",
                "keyring-tool rotate --org my-org --token-env NEW_TOKEN -n": "Show where it would be replaced.",
            ],
            exitStatuses: [
                .negative: "There is no such token, or with `--check`: it would be replaced.",
                .badData: "Several tokens fit, or what was given is no token.",
                .system: "A place could not be read or written; run it again.",
            ], explainSurplus: TokenInput.surplus, optionHints: TokenInput.optionHints)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        try TokenInput.check(invocation)
        let session = try ToolSession(invocation)
        let choice = try TokenChoice(invocation)
        var (read, unread) = session.stores.everyStore.readings()
        for reading in read {
            for problem in reading.contents.problems where problem.code == .unreadable {
                unread.append((reading.store, CredentialError(.io, problem.message, path: problem.path)))
            }
        }
        let tokens = read.flatMap(\.contents.tokens)
        let fitting = read.flatMap { choice.matches(in: $0.contents.tokens) }
        let own = fitting.filter(\.isOwn)
        let chosen = own.isEmpty ? fitting : own
        // Who has nothing to replace is not asked for a token.
        guard !chosen.isEmpty else { return try tellAbsent(choice, chosen, tokens, unread, invocation, session) }
        let new = try TokenInput.read(invocation, session)
        guard let present = try present(among: chosen, new, session.site) else {
            invocation.console.note(
                "the given token is the present one", hint: "give the new one, where this is not to finish a run")
            return try tellAbsent(choice, chosen, tokens, unread, invocation, session)
        }
        let form = TokenFit(of: new, at: present.address, site: session.site)
        // Who has one of that form there already meant it.
        if form != TokenFit(of: present.secret, at: present.address, site: session.site) { try form.check(invocation) }
        let expiry = try TokenFit.expiry(of: new, replacing: present)
        if let expiry { invocation.console.warn(expiry) }
        let addresses = Set(chosen.map(\.address))
        let rotation = Rotation(from: present.secret, to: new, read: read, unread: unread) {
            $0.isOwn && addresses.contains($0.address) || own.isEmpty && addresses.contains($0.address)
        }
        return try WriteRun(invocation: invocation, session: session).run(path: session.keyring.path) {
            isRehearsal in
            tell(isRehearsal ? rotation.rehearse() : rotation.execute(), new, isRehearsal: isRehearsal)
        }
    }

    /// The one token that is meant and is not the new one yet; nil where there is none.
    private static func present(
        among chosen: [StoredToken], _ new: Secret, _ site: RepoSite
    ) throws(CommandError) -> StoredToken? {
        var different: [StoredToken] = []
        for token in chosen where !different.contains(where: { $0.secret.matches(token.secret) }) {
            different.append(token)
        }
        let written = chosen.filter { $0.secret.matches(new) }
        let present = chosen.filter { !$0.secret.matches(new) }
        // One run has put the new token somewhere: what it left is finished, another token is not touched.
        guard
            different.count < 2
                || !written.isEmpty && different.count == 2
                    && Rotation.isLeftover(present, besides: written, site: site)
        else {
            let list = different.map { token in
                "\(token.store.rawValue): \(token.kind.rawValue) \(token.subject) \(token.redacted)"
                    + (token.secret.matches(new) ? ", which is the new one" : "")
            }.joined(separator: "; ")
            throw CommandError(
                .conflict, "\(different.count) tokens fit: \(list)",
                hint: "pick one with --org, --no-org, --url, --domain, --kind or --store")
        }
        return present.first
    }

    private static func tellAbsent(
        _ choice: TokenChoice, _ chosen: [StoredToken], _ tokens: [StoredToken],
        _ unread: [(store: any TokenStore, error: CredentialError)], _ invocation: Invocation,
        _ session: ToolSession
    ) throws -> ExitStatus {
        var told = Told([], [], members: ["replaced": [], "failed": failures(unread.map(\.error))])
        told.failure = unread.first?.error
        if chosen.isEmpty {
            let first =
                (tokens.isEmpty ? "" : "name one that is there; ") + "'keyring-tool set' stores the first one of a name"
            if choice.name == nil {
                invocation.console.note(
                    "there is no token" + (choice.text.isEmpty ? "" : " \(choice.text)"), hint: first)
            }
            PresentTokens(tokens: tokens, wanted: choice.name).tell(invocation.console, orHint: first)
            if unread.isEmpty, !invocation.wantsJSON { return .negative }
        }
        let status = try WriteRun(invocation: invocation, session: session).run(path: session.keyring.path) {
            _ in
            told
        }
        return chosen.isEmpty ? .negative : status
    }

    private static func failures(_ errors: [CredentialError]) -> JSONValue {
        .array(errors.map { ["path": $0.shownPath.json] + failure($0) })
    }

    private static func failure(_ error: CredentialError) -> JSONValue {
        ["message": .string(error.message), "why": .string(error.message)]
    }

    private static func tell(_ outcome: Rotation.Outcome, _ new: Secret, isRehearsal: Bool) -> Told {
        var lines = outcome.replaced.map { token in
            "\(isRehearsal ? "would replace" : "replaced") \(token.address.phrase), \(token.redacted), by "
                + "\(new.redacted) in \(token.shownPath) (\(token.store.rawValue))"
        }
        lines += outcome.failed.map { failed in
            "left: \(failed.token.map { "\($0.address.phrase) in " } ?? "")\(failed.shownPath) "
                + "(\(failed.store.rawValue)): \(failed.error.message)"
        }
        let failed = outcome.failed.map { failed in
            (failed.token?.json ?? ["store": .string(failed.store.rawValue), "path": .string(failed.shownPath)])
                + failure(failed.error)
        }
        return Told(
            outcome.changes, lines,
            members: ["replaced": .array(outcome.replaced.map(\.json)), "failed": .array(failed)],
            failure: outcome.failed.first.map { failed in
                CredentialError(
                    [.permission, .locked].contains(failed.error.code) ? failed.error.code : .io,
                    "\(failed.store.rawValue) could not be given the new token: \(failed.error.message)",
                    path: failed.error.path ?? failed.path, line: failed.error.line, column: failed.error.column,
                    hint: failed.error.hint ?? "mend it, and run this again: it finishes what is left")
            })
    }
}
