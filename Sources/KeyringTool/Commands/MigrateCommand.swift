import CommandLineKit
import CondaCredentials
import CondaSession
import CondaURL
import HostPlatform
import LosslessJSON
import TokenMigration

enum MigrateCommand: Command {
    static let heading = CommandHeading("migrate", summary: "copy or move tokens from one store to the other")

    static let from = Option(
        "from", value: Option.ownStore(.source), help: "The store to take tokens from; by default `conda-token`.")
    static let to = Option(
        "to", value: Option.ownStore(.destination), help: "The store to put them into; by default the other one.")
    static let organization = Option(
        "org", value: Option.organization.value,
        help: "To the keyring: the organization of a token whose URL names none. From it: the organization to take.")
    static let url = Option(
        "url", value: Option.url.value,
        help:
            "From conda-token files: the one to take. To them: the URL to write, by default that of the premium channels."
    )
    static let domain = Option(
        "domain", value: Option.domain.value, help: "The domain of the keyring's entry; by default `anaconda.com`.")
    static let onConflict = Option(
        "on-conflict",
        value: .choice("RULE", of: MigrationOptions.ConflictRule.allCases.map(\.rawValue)) {
            ["overwrite", "force", "yes"].contains($0) ? "did you mean 'replace'?" : nil
        },
        help: "Where the destination holds a different token: `fail` (the default), `keep` it, or `replace` it.")
    static let removeSource = Option(
        "remove-source",
        help: "Remove each token from its source, once the destination has been written, flushed and read back.")
    static let configureCondarc = Option(
        "configure-condarc",
        help:
            "Also write into `.condarc` that conda is to take tokens for `https://repo.anaconda.cloud/*` from the keyring."
    )
    static let defaultChannels = Option(
        "default-channels", help: "With `--configure-condarc`, also make the premium channels the default channels.")
    static let condarc = Option(
        "condarc", value: .file(), help: "The file for `--configure-condarc`; by default `~/.condarc`.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [
                from, to, organization, url, domain, onConflict, removeSource, configureCondarc, defaultChannels,
                condarc,
            ] + Option.forPlaces + [.root, .backup] + Option.forWriting,
            description: [
                "Copies repo tokens from the conda-token files into the Anaconda keyring, or back. The source stays as it is "
                    + "unless `--remove-source` is given. A crash or a full disk at any point leaves each token in at least "
                    + "one place, and running the command again finishes the work; once more, and nothing changes.",
                "A conda-token file does not name its organization: give it with `--org`, or leave it out to make the token "
                    + "count for every organization. Logins of anaconda.org, and tokens of other sites, have no place in the "
                    + "keyring: they are reported and stay.",
                "`--backup` keeps the old `.condarc` that `--configure-condarc` changes. Of files that hold tokens there is "
                    + "never a backup.",
                "The conda-token file of the premium channels holds a single token: of several organizations in the "
                    + "keyring, one must be named with `--org` to move back.",
            ],
            examples: [
                "keyring-tool migrate --org my-org -n": "Show what would be copied.",
                "keyring-tool migrate --org my-org --remove-source --configure-condarc":
                    "Move the token, and make conda use the keyring.",
                "keyring-tool migrate --from keyring --to conda-token --org my-org": "Copy one token back.",
            ],
            exitStatuses: [
                .negative: "With `--check`: something would change.",
                .badData: "The destination holds a different token, a choice is missing, or a file cannot be parsed.",
            ], explainSurplus: surplus,
            optionHints: [
                "--force": "--on-conflict replace replaces another token of the destination",
                "--store": "it goes from one store to another: --from STORE and --to STORE",
                "--all": "every token that can go does so anyway: leave it out",
            ])
    }

    private static func surplus(_ operands: [String]) -> CommandError {
        let names = operands.filter { name in StoreKind.own.contains { $0.name.rawValue == name } }
        guard names.count == operands.count else {
            return operands.count == 1
                ? .surplusChoice(operands, of: "migrate")
                : .surplus("where from and to is said by --from STORE and --to STORE")
        }
        return CommandError(
            .usage, "there is an argument too many",
            hint: "keyring-tool migrate "
                + (names.count == 2 ? "--from \(names[0]) --to \(names[1])" : "--to \(names[0]), or --from \(names[0])")
        )
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = try ToolSession(invocation)
        session.machine.warn(ofMissing: [.root], invocation)
        let (source, destination) = try direction(invocation)
        let options = try options(invocation, session, from: source, to: destination)
        session.warn(beforeWritingTo: destination, invocation.console)
        let setup = try setup(invocation, session)
        let store = try session.store(destination)
        let migration = try Migration(from: try session.store(source), to: store, options: options)
        if migration.plan.steps.isEmpty, let org = invocation.value(organization), source.addressing == .domain,
            let other = try session.store(source).contents().tokens.lazy.compactMap(\.org).first(where: {
                OrganizationName.isNamesake($0, org) && !$0.isSameText(as: org)
            })
        {
            throw CommandError(
                .notFound, "there is no token of '\(Redactor.shown(name: org))' in \(source.name.rawValue)",
                hint: "did you mean '\(Redactor.shown(name: other))'?")
        }
        warnOfUnsent(migration, session, invocation)
        for skip in migration.plan.left { invocation.console.note("left: \(skip.what): \(skip.why)") }
        func tell(_ outcome: MigrationOutcome, _ configured: StoreChange?, isRehearsal: Bool) -> Told {
            var lines = outcome.moved.map { line($0, isRehearsal: isRehearsal) }
            if let configured, configured.changed {
                lines.append("\(isRehearsal ? "would configure" : "configured") \(configured.path)")
            }
            return Told(
                outcome.changes + (configured.map { [$0] } ?? []), lines,
                members: .object(outcome.jsonMembers.filter { $0.name != "changed" })
                    + ["configured": configured.map { ($0.changed ? $0.path : nil).json }],
                warnings: outcome.warnings + (configured?.warnings ?? []), failure: outcome.failure)
        }
        let run = WriteRun(invocation: invocation, session: session, condarc: setup?.path)
        return try run.run(path: store.path) { isRehearsal in
            let outcome = try isRehearsal ? migration.rehearse() : migration.execute()
            // The keyring is not to be asked for what it did not get.
            guard outcome.failure == nil, let setup else { return tell(outcome, nil, isRehearsal: isRehearsal) }
            do { return tell(outcome, try setup.apply(isRehearsal: isRehearsal), isRehearsal: isRehearsal) } catch {
                var told = tell(outcome, nil, isRehearsal: false)
                guard !isRehearsal, told.changed, let error = error as? CommandError else { throw error }
                told.failure = CredentialError(
                    CredentialError.Code(rawValue: error.code.rawValue) ?? .io, error.message, path: error.path,
                    line: error.line, column: error.column, hint: error.hint)
                return told
            }
        }
    }

    /// Where the source goes, and conda would not ask for what the destination gets.
    private static func warnOfUnsent(_ migration: Migration, _ session: ToolSession, _ invocation: Invocation) {
        guard !invocation.has(configureCondarc) else { return }
        let removed = migration.plan.steps.filter(\.removesSource)
        guard !removed.isEmpty else { return }
        let credentials = ChannelCredentials(
            session, CondarcReading(session), client: session.installedAuthClient, read: migration.files)
        for step in removed {
            guard let url = step.token.url, let shown = step.shownURL, let answer = credentials.choice(below: url),
                answer.handler == nil,
                answer.sent.contains(where: { $0.store == step.from && $0.secret.matches(step.token.secret) })
            else { continue }
            let remedy =
                migration.plan.to == session.keyring.name ? ": make it so with \(SendingCheck.configuring)" : ""
            invocation.console.warn(
                "conda sends the token for \(shown) from \(step.from.rawValue), and would send nothing from "
                    + "\(step.to.rawValue)\(remedy)")
        }
    }

    private static func direction(_ invocation: Invocation) throws(CommandError) -> (StoreKind, StoreKind) {
        let from = invocation.value(from).flatMap { StoreKind.named($0) }
        let to = invocation.value(to).flatMap { StoreKind.named($0) }
        let source = from ?? .usual(to?.addressing == .url ? .domain : .url)
        let destination = to ?? .usual(source.addressing == .domain ? .url : .domain)
        guard source.name != destination.name else {
            throw CommandError(
                .usage, "--from and --to name the same store", hint: "leave one of them out: it is the other store then"
            )
        }
        return (source, destination)
    }

    private static func options(
        _ invocation: Invocation, _ session: ToolSession, from source: StoreKind, to destination: StoreKind
    ) throws(CommandError) -> MigrationOptions {
        if let org = invocation.value(organization) {
            guard !org.isEmpty else {
                throw CommandError(
                    .usage, "--org is empty", hint: "leave it out for a token that counts for every organization")
            }
            if source.addressing == .url { _ = try OrganizationName.checked(org) }
        }
        if let url = invocation.value(url), destination.addressing == .url {
            _ = try TokenURL.checked(url)
        } else if let url = invocation.value(url), ChannelURL(url).map(\.hasSecret) ?? true {
            throw CommandError(.usage, "--url is no URL, or holds a secret", hint: "such as --url \(session.site.url)")
        }
        return MigrationOptions(
            org: invocation.value(organization), url: invocation.value(url),
            domain: try invocation.value(domain).map { text throws(CommandError) in try TokenDomain.checked(text) },
            conflictRule: invocation.value(onConflict).flatMap { MigrationOptions.ConflictRule(rawValue: $0) } ?? .fail,
            removesSource: invocation.has(removeSource), site: session.site)
    }

    private static func setup(_ invocation: Invocation, _ session: ToolSession) throws(CommandError) -> CondarcSetup? {
        guard invocation.has(configureCondarc) else {
            guard !invocation.has(defaultChannels), !invocation.has(condarc), !invocation.has(.backup) else {
                throw CommandError(.usage, "--default-channels, --condarc and --backup need --configure-condarc")
            }
            return nil
        }
        let path = invocation.value(condarc) ?? session.condarc
        return CondarcSetup(
            path: session.host.absolute(path), session, invocation,
            setsDefaultChannels: invocation.has(defaultChannels))
    }

    private static func line(_ moved: MigrationOutcome.Moved, isRehearsal: Bool) -> String {
        let step = moved.step
        let what = "\(step.token.address.phrase), \(step.token.redacted),"
        guard moved.isWritten else {
            return
                "\(isRehearsal ? "would remove" : "removed") \(what) from \(step.from.rawValue): \(step.to.rawValue) has it"
        }
        let verb =
            (isRehearsal ? "would " : "")
            + (moved.isRemoved ? isRehearsal ? "move" : "moved" : isRehearsal ? "copy" : "copied")
        return "\(verb) \(what) to \(step.to.rawValue) (\(step.place))"
    }
}
