import HostPlatform
import SecureFileStore
import CommandLineKit
import CondaCredentials
import HostPlatform
import LosslessJSON
import TokenMigration

/// `report`, `list`
enum ReportCommand: Command {
    static let heading = CommandHeading(
        "report", aliases: ["list"], summary: "show every token, what is wrong, and what a migration would do")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: Option.forPlaces + [.root] + Option.forAllCommands,
            description: [
                "Lists every token of both stores, redacted to its last four characters: what it is for, its kind, when an "
                    + "API key expires (as the key itself says; its signature is not verified), and the mode of its file.",
                "Below stand the problems, each with what to do about it, and what `migrate` would do.",
            ],
            examples: [
                Example("keyring-tool report", "Show everything."),
                Example("keyring-tool report --json", "The same as `tokens`, `problems` and `plan`, for a program."),
            ], surplusArgument: .surplus)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = ToolSession(invocation)
        let options = MigrationOptions(site: session.site)
        let examination = Examination(
            session, rootOption: invocation.value(.root), options: options, now: SystemClock.now)
        let report = examination.report
        if invocation.wantsJSON {
            invocation.console.write(redactedJSON: [
                .init("tokens", .array(report.tokens.map(\.json))),
                .init("problems", .array(examination.findings.map(\.json))),
                .init("plan", report.plan?.json ?? []),
                .init("skipped", MigrationPlan.json(report.plan?.skipped ?? [])),
                .init("conflicts", .array((report.plan?.conflicts ?? []).map { .string($0.message) })),
            ])
            return .success
        }
        write(examination, invocation)
        return .success
    }

    private static func write(_ examination: Examination, _ invocation: Invocation) {
        let console = invocation.console
        let paths = PathDisplay(home: examination.session.host.home)
        let tokens = examination.report.tokens
        let places = examination.session.places
        if tokens.isEmpty { console.writeLine("There is no token in either store.") }
        var table = TextTable(["STORE", "FOR", "TOKEN", "KIND", "EXPIRES", "MODE"])
        for token in tokens {
            let day = token.expires.map { CalendarTime.text($0).map { String($0.prefix(10)) } ?? "?" } ?? ""
            table.add([
                StyledText(token.store.rawValue), StyledText(Redactor.redact(token.subject)),
                StyledText(token.redacted),
                StyledText(token.kind.rawValue), StyledText(day), StyledText(token.mode?.octal ?? ""),
            ])
        }
        console.write(table)
        console.writeLine("")
        console.writeLine(StyledText("keyring      \(paths.short(places.keyring.path))", .dim))
        console.writeLine(StyledText("conda-token  \(paths.short(places.condaTokens.path))", .dim))
        if !examination.findings.isEmpty {
            console.writeLine("")
            console.writeLine(StyledText("Problems", .bold))
            FindingList(findings: examination.findings, width: invocation.context.width, paths: paths).write(
                to: console)
        }
        let lines = examination.report.plan?.lines ?? []
        if !lines.isEmpty {
            console.writeLine("")
            console.writeLine(StyledText("'keyring-tool migrate' would", .bold))
            for line in lines { console.writeLine(StyledText("  \(Redactor.redact(line))")) }
        }
    }
}
