import CommandLineKit
import CondaCredentials
import CondaSession
import HostPlatform
import LosslessJSON
import SecureFileStore
import TokenMigration

/// `report`, `list`
enum ReportCommand: Command {
    static let heading = CommandHeading(
        "report", aliases: ["list"], summary: "show every token, what is wrong, and what a migration would do")

    static let expiresWithin = Option(
        "expires-within", value: .text("DAYS"),
        help: "Exit with status 1 if an API key expires before that many days are over, or has expired.")
    static let format = Option(
        "format", value: .choice("FORMAT", of: ["text", "json", "prometheus"]),
        help: "`text` (the default), `json`, or `prometheus`: metrics for a text-file collector.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [expiresWithin, format] + Option.forPlaces + [.root] + Option.forAllCommands,
            description: [
                "Lists every token of both stores, redacted to its last four characters: what it is for, its kind, when an "
                    + "API key expires (as the key itself says; its signature is not verified), and the mode of its file.",
                "Copies in the stores of other clients are listed too, and the operating system's keyring where it can be "
                    + "reached.",
                "Below stand the problems, each with what to do about it, and what `migrate` would do.",
            ],
            examples: [
                "keyring-tool report": "Show everything.",
                "keyring-tool report --json": "The same as `tokens`, `problems` and `plan`, for a program.",
                "keyring-tool report --expires-within 30 -q": "In cron: status 1 a month ahead.",
                "keyring-tool report --format prometheus > tokens.prom": "Metrics for a text-file collector.",
            ],
            exitStatuses: [
                .negative: "With `--expires-within`: an API key has expired or will before then.",
                .badData: "With `--expires-within`: a store is damaged, and may hold one.",
                .system: "With `--expires-within`: a store could not be read.",
            ], explainSurplus: { _ in .surplus("it shows every store") },
            optionHints: [
                "--all": "it shows all of them anyway: leave it out", "--org": "it shows all of them: leave it out",
                "--reveal": "a token is shown by 'keyring-tool get' alone",
                "--show-token": "a token is shown by 'keyring-tool get' alone",
                "--show-tokens": "a token is shown by 'keyring-tool get' alone",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let days = try days(invocation)
        let format = try invocation.format(format)
        let session = try ToolSession(reading: invocation)
        let now = SystemClock.now
        let options = MigrationOptions(site: session.site)
        let examination = Examination(
            session, options: options, now: now)
        let report = examination.report
        let expiring = report.tokens.filter { token in
            guard let days, let expires = token.expires else { return false }
            return expires < now + days * 86_400
        }
        let unread = days == nil ? nil : report.unread
        let status = unread?.status ?? (expiring.isEmpty ? .success : .negative)
        // In text, an error that is thrown has this status; in JSON it is among the problems.
        func finish() throws -> ExitStatus {
            guard let unread, format != "json" else { return status }
            try invocation.console.flushOrThrow()
            throw unread
        }
        if format == "prometheus" {
            invocation.console.write(StyledText(PrometheusMetrics(examination: examination).text))
            return try finish()
        }
        if format == "json" {
            invocation.console.write(json: [
                "tokens": .array(report.tokens.map(\.json)),
                "problems": .array(examination.findings.map(\.json)),
                "plan": report.plan?.json ?? [],
                "skipped": MigrationPlan.json(report.plan?.skipped ?? []),
                "conflicts": .array((report.plan?.conflicts ?? []).map { .string($0.message) }),
                "expiring": .array(expiring.map(\.json)),
            ])
            return try finish()
        }
        write(examination, invocation)
        for token in expiring {
            let moment = token.expires.flatMap(CalendarTime.text) ?? "a time long ago"
            invocation.console.warn(
                "\(token.address.phrase), \(token.redacted), in \(token.store.rawValue) "
                    + "\(token.expires.map { $0 <= now } == true ? "expired" : "expires") at \(moment)")
        }
        return try finish()
    }

    /// - Throws: `usage` for what is no number of days.
    private static func days(_ invocation: Invocation) throws(CommandError) -> Int? {
        guard let text = invocation.value(expiresWithin) else { return nil }
        // More would leave the calendar.
        guard let days = Int(text), (0...1_000_000).contains(days) else {
            throw CommandError(.usage, "--expires-within takes a number of days", hint: "--expires-within 30")
        }
        return days
    }

    private static func write(_ examination: Examination, _ invocation: Invocation) {
        let console = invocation.console
        let tokens = examination.report.tokens
        let stores = examination.session.stores
        if tokens.isEmpty {
            console.writeLine(
                examination.report.problems.contains {
                    [.unreadable, .damagedFile, .damagedEntry, .damagedClientFile].contains($0.code)
                }
                    ? "There is no token in what could be read." : "There is no token in any store.")
        }
        var table = TextTable(["STORE", "FOR", "TOKEN", "KIND", "EXPIRES", "MODE"])
        for token in tokens {
            let day = token.expires.map { CalendarTime.text($0).map { String($0.prefix(10)) } ?? "?" } ?? "–"
            table.add([
                StyledText(token.store.rawValue), StyledText(Redactor.redact(token.subject)),
                StyledText(token.redacted),
                StyledText(token.kind.rawValue), StyledText(day), StyledText(token.mode?.octal ?? ""),
            ])
        }
        console.write(table)
        console.writeLine("")
        for kind in StoreKind.own where kind.isPresent(stores) {
            let name = kind.name.rawValue + String(repeating: " ", count: max(1, 13 - kind.name.rawValue.utf8.count))
            console.writeLine(StyledText(name + console.shown(path: kind.place(at: stores).path), .dim))
        }
        if !examination.findings.isEmpty {
            console.writeLine("")
            console.writeLine(StyledText("Problems", .bold))
            DoctorFindingList(findings: examination.findings, examination: examination).write(to: console)
        }
        let lines = examination.report.plan?.lines ?? []
        if !lines.isEmpty {
            console.writeLine("")
            console.writeLine(StyledText(console.completing("'keyring-tool migrate' would"), .bold))
            for line in lines {
                console.writeParagraph(" ", console.completing(Redactor.redact(line)), indent: 4)
            }
        }
    }
}

extension TokenReport {
    /// Why a token may be there that is not in the report; of several reasons the gravest.
    fileprivate var unread: CommandError? {
        problems.compactMap { problem -> CommandError? in
            let code: CommandError.Code
            switch problem.code {
            case .unreadable: code = .io
            case .damagedFile, .damagedClientFile: code = .syntax
            case .damagedEntry, .invalidEntry, .invalidToken: code = .invalid
            default: return nil
            }
            return CommandError(
                code, "whether an API key expires is not known: \(problem.message)", path: problem.shownPath,
                line: problem.line, column: problem.column, hint: "see 'keyring-tool doctor'")
        }.max { $0.status < $1.status }
    }
}
