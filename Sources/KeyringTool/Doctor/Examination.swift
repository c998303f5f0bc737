import CommandLineKit
import CondaCredentials
import TokenMigration

/// Everything that is known about a user's tokens: what is where, and what is wrong with it. Reads, and writes nothing.
struct Examination {
    let session: ToolSession
    let report: TokenReport
    let condarc: CondarcReading
    let findings: [DoctorFinding]

    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - configures: whether mends may make conda go by other settings; nil leaves out what is said of sending.
    init(_ session: ToolSession, options: MigrationOptions, now: Int, configures: Bool? = nil) {
        self.session = session
        // Even where the settings leave a place in doubt: it is looked at, and the doubt is a finding.
        let report = TokenReport(session.stores.presentStores, options: options)
        self.report = report
        let condarc = CondarcReading(session)
        self.condarc = condarc
        let client = session.installedAuthClient
        findings =
            report.problems.map { DoctorFinding($0) } + PermissionCheck.findings(session, reported: report.problems)
            + TokenFitCheck.findings(tokens: report.tokens, site: options.site)
            + SettingCheck.findings(session, now: now)
            + ExpiryCheck.findings(tokens: report.tokens, now: now)
            + OtherPlaceCheck.findings(session, tokens: report.tokens)
            + CondarcCheck.findings(session, condarc, client: client, report)
            + VariableCheck.findings(session)
            + (configures.map {
                SendingCheck.findings(session, condarc, client: client, report, configures: $0)
            } ?? [])
    }
}

extension DoctorFinding {
    /// What a store says of itself.
    init(_ problem: StoreProblem) {
        let mend: Mend? =
            !problem.isFixable ? nil : problem.code == .mode ? .closeToOthers(path: problem.path) : .inStore(problem)
        let level: Message.Severity =
            switch problem.code {
            case .damagedFile, .damagedEntry, .invalidEntry, .byteOrderMark, .strayBlank, .invalidToken, .emptyName,
                .unreadable:
                .error
            case .fileName: .note
            default: problem.isNote ? .note : .warning
            }
        self.init(
            problem.code.rawValue, level, path: problem.path, line: problem.line, column: problem.column,
            problem.message, mend: mend, advice: DoctorFinding.advice(for: problem))
    }

    private static func advice(for problem: StoreProblem) -> String? {
        switch problem.code {
        case .damagedFile, .damagedClientFile, .damagedEntry, .invalidEntry:
            return problem.remedy ?? "mend it there, or restore it from a backup"
        case .storesDiffer:
            return problem.remedy.map { "keep the right one: \($0)" }
        case .duplicateEntry: return problem.remedy ?? "remove the one that does not count by hand"
        default: return problem.remedy
        }
    }
}
