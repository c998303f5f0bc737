import HostPlatform
import CommandLineKit
import CondaCredentials
import LosslessJSON
import TokenMigration

/// `migrate`
enum MigrateCommand: Command {
    static let heading = CommandHeading("migrate", summary: "copy or move tokens from one store to the other")

    private static let stores = StoreName.allCases.map(\.rawValue)
    static let from = Option(
        "from", value: .choice("STORE", of: stores), help: "The store to take tokens from; by default `conda-token`.")
    static let to = Option(
        "to", value: .choice("STORE", of: stores), help: "The store to put them into; by default the other one.")
    static let organization = Option(
        "org", value: .text("ORG"),
        help: "To the keyring: the organization of a token whose URL names none. From it: the organization to take.")
    static let url = Option(
        "url", value: .text("URL"),
        help:
            "From conda-token files: the one to take. To them: the URL to write, by default that of the premium channels."
    )
    static let domain = Option(
        "domain", value: .text("DOMAIN"), help: "The domain of the keyring's entry; by default `anaconda.com`.")
    static let onConflict = Option(
        "on-conflict", value: .choice("RULE", of: MigrationOptions.ConflictRule.allCases.map(\.rawValue)),
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
            ] + Option.forPlaces + Option.forWriting,
            description: [
                "Copies repo tokens from the conda-token files into the Anaconda keyring, or back. The source stays as it is "
                    + "unless `--remove-source` is given. A crash or a full disk at any point leaves each token in at least "
                    + "one place, and running the command again finishes the work; once more, and nothing changes.",
                "A conda-token file does not name its organization: give it with `--org`, or leave it out to make the token "
                    + "count for every organization. Logins of anaconda.org, and tokens of other sites, have no place in the "
                    + "keyring: they are reported and stay.",
                "The conda-token file of the premium channels holds a single token: of several organizations in the "
                    + "keyring, one must be named with `--org` to move back.",
            ],
            examples: [
                Example("keyring-tool migrate --org my-org -n", "Show what would be copied."),
                Example(
                    "keyring-tool migrate --org my-org --remove-source --configure-condarc",
                    "Move the token, and make conda use the keyring."),
                Example(
                    "keyring-tool migrate --from keyring --to conda-token --org my-org", "Copy one token back."),
            ],
            exitStatuses: [
                ExitStatusMeaning(.negative, "With `--check`: something would change."),
                ExitStatusMeaning(
                    .badData,
                    "The destination holds a different token, a choice is missing, or a file cannot be parsed."),
            ], surplusArgument: .surplus)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = ToolSession(invocation)
        let (source, destination) = try direction(invocation)
        let options = try options(invocation, session)
        if destination == .keyring { SettingNotice.warnOfSystemStorage(session, invocation) }
        let migration = Migration(from: try session.store(source), to: try session.store(destination))
        let plan = try MigrationPlan(
            from: try session.store(source), to: try session.store(destination), options: options)
        let outcome = try migration.execute(plan, writing: false)
        let setup = try setup(invocation, session)
        let planned = outcome.changes + (try setup.map { [try $0.apply(writing: false)] } ?? [])
        for skip in outcome.skipped { invocation.console.note("left: \(skip.what): \(skip.why)") }
        let run = WriteRun(
            invocation: invocation, done: lines(outcome, setup, planned, done: true),
            wouldDo: lines(outcome, setup, planned, done: false),
            members: outcome.jsonMembers.filter { $0.name != "changed" })
        return try run.run(planned: planned, path: try session.store(destination).path) {
            let written = try migration.execute(plan)
            for warning in written.warnings { invocation.console.warn(warning) }
            return try setup.map { [try $0.apply(writing: true)] } ?? []
        }
    }

    private static func direction(_ invocation: Invocation) throws(CommandError) -> (StoreName, StoreName) {
        let from = invocation.value(from).flatMap { StoreName(rawValue: $0) }
        let to = invocation.value(to).flatMap { StoreName(rawValue: $0) }
        let source = from ?? (to == .condaToken ? .keyring : .condaToken)
        let destination = to ?? (source == .keyring ? .condaToken : .keyring)
        guard source != destination else {
            throw CommandError(.usage, "--from and --to name the same store")
        }
        return (source, destination)
    }

    private static func options(
        _ invocation: Invocation, _ session: ToolSession
    ) throws(CommandError) -> MigrationOptions {
        if let org = invocation.value(organization), org.isEmpty {
            throw CommandError(
                .usage, "--org is empty", hint: "leave it out for a token that counts for every organization")
        }
        if let url = invocation.value(url), ChannelURL(url).map(\.hasSecret) ?? true {
            throw CommandError(.usage, "--url is no URL, or holds a secret", hint: "such as --url \(session.site.url)")
        }
        return MigrationOptions(
            org: invocation.value(organization), url: invocation.value(url),
            domain: try TokenDomain.checked(invocation.value(domain) ?? KeyringFile.defaultDomain),
            conflictRule: invocation.value(onConflict).flatMap { MigrationOptions.ConflictRule(rawValue: $0) } ?? .fail,
            removesSource: invocation.has(removeSource), site: session.site)
    }

    private static func setup(_ invocation: Invocation, _ session: ToolSession) throws(CommandError) -> CondarcSetup? {
        guard invocation.has(configureCondarc) else {
            guard !invocation.has(defaultChannels), !invocation.has(condarc) else {
                throw CommandError(.usage, "--default-channels and --condarc need --configure-condarc")
            }
            return nil
        }
        let path = invocation.value(condarc) ?? session.host.join(session.host.home, ".condarc")
        return CondarcSetup(
            path: session.host.absolute(path), files: session.files, site: session.site,
            setsDefaultChannels: invocation.has(defaultChannels))
    }

    private static func lines(
        _ outcome: MigrationOutcome, _ setup: CondarcSetup?, _ planned: [StoreChange], done: Bool
    ) -> [String] {
        var lines = outcome.moved.map { moved in
            let step = moved.step
            let what = "\(step.token.address.phrase), \(step.token.redacted),"
            if step.action == .present {
                return done
                    ? "removed \(what) from \(step.from.rawValue): \(step.to.rawValue) has it"
                    : "would remove \(what) from \(step.from.rawValue): \(step.to.rawValue) has it"
            }
            let verb = (done ? "" : "would ") + (moved.isRemoved ? done ? "moved" : "move" : done ? "copied" : "copy")
            return "\(verb) \(what) to \(step.to.rawValue) (\(step.place))"
        }
        if let setup, planned.last?.changed == true, planned.last?.path == setup.path {
            lines.append(done ? "configured \(setup.path)" : "would configure \(setup.path)")
        }
        return lines
    }
}
