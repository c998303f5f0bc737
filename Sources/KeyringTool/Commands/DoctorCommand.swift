import CommandLineKit
import CondaCredentials
import CondaSession
import HostPlatform
import LosslessJSON
import TokenMigration

enum DoctorCommand: Command {
    static let heading = CommandHeading("doctor", summary: "find what is wrong with tokens and stores, and mend it")

    static let fix = Option("fix", help: "Mend everything that has one safe mend.")

    static let configureCondarc = Option(
        "configure-condarc",
        help: "With `--fix`, also change `channel_settings` where conda sends nothing or something else by them.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [fix, configureCondarc] + Option.forPlaces + [.root, .backup] + Option.forWriting,
            description: [
                "Looks at both stores, the files of other clients, conda's configuration and the settings, and lists "
                    + "what is wrong: files that others can read, damaged keyrings, blanks beside a token, "
                    + "what is no token or one of another kind, expired API keys, tokens that stand only where nobody looks or "
                    + "differ between the stores, secrets in the URLs of a `.condarc`, settings that move a store without "
                    + "being seen. Each finding has a code, a place and what to do.",
                "`--fix` mends what has one safe mend: it gives files and directories the right mode, takes blanks away, "
                    + "rewrites an entry under a former domain or a URL, recovers every entry of a damaged keyring that is still "
                    + "whole, after saving the damaged file beside it, and names each that is not (`dropped` in JSON), and "
                    + "moves tokens out of a `.condarc`'s URLs into the conda-token directory: it stores them first, and "
                    + "changes the file only then.",
                "`--backup` keeps the old content of a `.condarc`, but never of a file that holds tokens, nor of a `.condarc` "
                    + "that a token is taken out of.",
                "It also tells what follows from the rules of `keyring-tool which`: a keyring that no `channel_settings` "
                    + "gives to anaconda-auth, a setting that a weaker file takes the effect from, an API key that goes "
                    + "before repo tokens, a second copy that other clients read, an error in which anaconda-auth sends "
                    + "nothing. What conda goes by is changed only with `--configure-condarc`.",
            ],
            examples: [
                "keyring-tool doctor": "Show what is wrong.",
                "keyring-tool doctor --fix --diff": "Mend what can be mended, and show the changes.",
                "keyring-tool doctor --fix -n": "Show what would be mended.",
            ],
            exitStatuses: [
                .success: "Nothing is wrong, or `--fix` mended it all. Notes do not count.",
                .negative: "Something is wrong, or is left after `--fix`.",
                .system: "The system refused a mend; the others are done.",
            ], explainSurplus: { .surplus($0 == ["fix"] ? "keyring-tool doctor --fix" : "it looks at every store") },
            optionHints: ["--all": "it looks at every store anyway: leave it out"])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard invocation.has(fix) || !invocation.has(configureCondarc) else {
            throw CommandError(.usage, "--configure-condarc needs --fix", hint: "add --fix")
        }
        let session = try ToolSession(reading: invocation)
        let examination = examine(session, invocation)
        guard invocation.has(fix) else {
            report(invocation, examination, MendReport(remaining: examination.findings))
            return examination.isHealthy ? .success : .negative
        }
        let fixable = examination.findings.mendedOnce
        let mending = Mending(session: session, invocation: invocation)
        var done = MendReport()
        var worst = ExitStatus.success
        // One that fails does not keep the others from being mended.
        func mended(isRehearsal: Bool) -> [Result<Mending.Outcome, any Error>] {
            fixable.byWrite.flatMap { mending.apply($0.compactMap(\.mend), isRehearsal: isRehearsal) }
        }
        let results =
            try invocation.change(
                if: !fixable.isEmpty, announcing: { try invocation.announceChange() },
                writing: { mended(isRehearsal: false) }) ?? mended(isRehearsal: true)
        for (finding, result) in zip(fixable, results) {
            do {
                let outcome = try result.get()
                done.changes += outcome.changes
                if let failure = outcome.failure { throw failure }
                done.texts.append(outcome.text)
                done.dropped += outcome.dropped
            } catch {
                done.remaining.append(DoctorFinding(notMended: finding, error))
                worst = max(worst, CommandError(of: error)?.status ?? .system)
            }
        }
        let isAllMended = done.remaining.isEmpty && done.dropped.isEmpty
        done.remaining += done.dropped.map(\.finding)
        guard !invocation.isRehearsal else {
            done.remaining += examination.findings.filter { !$0.isFixable }
            report(invocation, examination, done)
            return invocation.status(changes: done.changes.contains(where: \.changed))
        }
        session.cleanUp(invocation.console, beside: session.condarc)
        for warning in done.changes.flatMap(\.warnings) { invocation.console.warn(warning) }
        let after = fixable.isEmpty ? examination : examine(session, invocation)
        done.remaining += after.findings
        report(invocation, after, done)
        // What the system refused is not what is wrong with the tokens.
        if worst == .system { return .system }
        return isAllMended && after.isHealthy ? .success : .negative
    }

    /// What `--fix` did, or would do.
    private struct MendReport {
        var texts: [String] = []
        var changes: [StoreChange] = []
        var dropped: [StoreMend.Lost] = []
        var remaining: [DoctorFinding] = []
    }

    private static func examine(_ session: ToolSession, _ invocation: Invocation) -> Examination {
        Examination(
            session, options: MigrationOptions(site: session.site),
            now: SystemClock.now, configures: invocation.has(configureCondarc))
    }

    private static func report(_ invocation: Invocation, _ examination: Examination, _ done: MendReport) {
        let console = invocation.console
        let changed = done.changes.filter(\.changed)
        invocation.reportChange(
            changed: !changed.isEmpty, path: changed.first?.shownPath,
            diff: UnifiedDiff.text(of: changed),
            members: [
                "problems": .array(done.remaining.map(\.json)),
                "mended": done.texts.json, "fixed": done.texts.json,
                "dropped": .array(done.dropped.map(\.json)),
            ] + .backups(changed.backups))
        if invocation.wantsJSON { return }
        for text in done.texts {
            console.writeLine(
                StyledText(invocation.isRehearsal ? "would mend" : "mended", .bold) + StyledText(": \(text)"))
        }
        console.note(backups: changed.backups)
        if done.texts.isEmpty, done.remaining.isEmpty { console.writeLine(.good("nothing is wrong")) }
        DoctorFindingList(findings: done.remaining, examination: examination).write(to: console)
    }
}

extension [DoctorFinding] {
    /// Those with a mend; of several problems of one sort in one file the first, whose mend is that of all.
    fileprivate var mendedOnce: [DoctorFinding] {
        var seen: Set<[String]> = []
        return filter { finding in
            guard case .inStore(let problem)? = finding.mend else { return finding.isFixable }
            return seen.insert([problem.code.rawValue, problem.path]).inserted
        }
    }

    /// In groups, each of one write: the secrets of one configuration file go at once.
    fileprivate var byWrite: [[DoctorFinding]] {
        reduce(into: []) { groups, finding in
            if let file = finding.mend?.movedSecret?.file, file == groups.last?.last?.mend?.movedSecret?.file {
                groups[groups.count - 1].append(finding)
            } else {
                groups.append([finding])
            }
        }
    }
}

extension DoctorFinding {
    fileprivate init(notMended finding: DoctorFinding, _ error: any Error) {
        let reason = CommandError(of: error)
        self.init(
            "not-mended", .error, path: finding.path,
            "[\(finding.code)] could not be mended: \(reason?.text ?? "it failed")", advice: reason?.hint)
    }
}

extension Examination {
    /// Whether nothing but notes was found.
    var isHealthy: Bool { findings.allSatisfy { $0.level == .note } }
}
