import HostPlatform
import CommandLineKit
import CondaCredentials
import LosslessJSON
import TokenMigration

/// `doctor`
enum DoctorCommand: Command {
    static let heading = CommandHeading("doctor", summary: "find what is wrong with tokens and stores, and mend it")

    static let fix = Option("fix", help: "Mend everything that has one safe mend.")

    static let configureCondarc = Option(
        "configure-condarc",
        help: "With `--fix`, also change `channel_settings` where conda sends nothing or something else by them.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [fix, configureCondarc] + Option.forPlaces + [.root] + Option.forWriting,
            description: [
                "Looks at both stores, the files of other clients, conda's configuration and the settings, and lists "
                    + "what is wrong: files that others can read, damaged keyrings, blanks beside a token, expired API keys, "
                    + "tokens that stand only where nobody looks or differ between the stores, secrets in the URLs of a "
                    + "`.condarc`, settings that move a store without being seen. Each finding has a code, a place and what to do.",
                "`--fix` mends what has one safe mend: it gives files and directories the right mode, takes blanks away, "
                    + "rewrites an entry under a former domain, recovers every entry of a damaged keyring that is still "
                    + "whole, after saving the damaged file beside it, and moves tokens out of a `.condarc`'s URLs into "
                    + "the conda-token directory: it stores them first, and changes the file only then.",
                "It also tells what follows from the rules of `keyring-tool which`: a keyring that no `channel_settings` "
                    + "gives to anaconda-auth, a setting that a weaker file takes the effect from, an API key that goes "
                    + "before repo tokens, a second copy that other clients read, an error in which anaconda-auth sends "
                    + "nothing. What conda goes by is changed only with `--configure-condarc`.",
            ],
            examples: [
                Example("keyring-tool doctor", "Show what is wrong."),
                Example("keyring-tool doctor --fix --diff", "Mend what can be mended, and show the changes."),
                Example("keyring-tool doctor --fix -n", "Show what would be mended."),
            ],
            exitStatuses: [
                ExitStatusMeaning(.success, "Nothing is wrong, or `--fix` mended it all. Notes do not count."),
                ExitStatusMeaning(.negative, "Something is wrong, or is left after `--fix`."),
                ExitStatusMeaning(.system, "The system refused a mend; the others are done."),
            ], surplusArgument: .surplus)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard invocation.has(fix) || !invocation.has(configureCondarc) else {
            throw CommandError(.usage, "--configure-condarc needs --fix", hint: "add --fix")
        }
        let session = ToolSession(invocation)
        let examination = examine(session, invocation)
        guard invocation.has(fix) else {
            write(examination.findings, session, invocation)
            return examination.isHealthy ? .success : .negative
        }
        let mends = examination.findings.compactMap(\.mend)
        if invocation.isRehearsal {
            var outcomes: [Mending.Outcome] = []
            var unmended: [Finding] = []
            for finding in examination.findings {
                guard let mend = finding.mend else { continue }
                do {
                    let outcome = try Mending(session: session, rootOption: invocation.value(.root)).apply(
                        mend, writing: false)
                    if let failure = outcome.failure { throw failure }
                    outcomes.append(outcome)
                } catch {
                    unmended.append(Finding(notMended: finding, error))
                }
            }
            let changes = outcomes.flatMap(\.changes)
            report(
                invocation, session, outcomes.map(\.text), changes,
                remaining: unmended + examination.findings.filter { !$0.isFixable })
            return invocation.status(changes: changes.contains(where: \.changed))
        }
        var announcement = ChangeReport(invocation)
        if !mends.isEmpty { try announcement.announce() }
        var texts: [String] = []
        var changes: [StoreChange] = []
        var failed: [Finding] = []
        var worst = ExitStatus.success
        // One that fails does not keep the others from being mended.
        for finding in examination.findings {
            guard let mend = finding.mend else { continue }
            do {
                let outcome = try Mending(session: session, rootOption: invocation.value(.root)).apply(
                    mend, writing: true)
                changes += outcome.changes
                if let failure = outcome.failure { throw failure }
                texts.append(outcome.text)
            } catch {
                failed.append(Finding(notMended: finding, error))
                worst = max(worst, CommandError(of: error)?.status ?? .system)
            }
        }
        session.cleanUp(invocation.console)
        for warning in changes.flatMap(\.warnings) { invocation.console.warn(warning) }
        let after = mends.isEmpty ? examination : examine(session, invocation)
        report(invocation, session, texts, changes, remaining: failed + after.findings)
        // What the system refused is not what is wrong with the tokens.
        if worst == .system { return .system }
        return failed.isEmpty && after.isHealthy ? .success : .negative
    }

    private static func examine(_ session: ToolSession, _ invocation: Invocation) -> Examination {
        Examination(
            session, rootOption: invocation.value(.root), options: MigrationOptions(site: session.site),
            now: SystemClock.now, configures: invocation.has(configureCondarc))
    }

    private static func write(_ findings: [Finding], _ session: ToolSession, _ invocation: Invocation) {
        if invocation.wantsJSON {
            invocation.console.write(redactedJSON: [
                .init("problems", .array(findings.map(\.json))), .init("changed", false), .init("path", .null),
                .init("fixed", []),
            ])
            return
        }
        if findings.isEmpty { return invocation.console.writeLine("Nothing is wrong.") }
        list(findings, session, invocation)
    }

    private static func list(_ findings: [Finding], _ session: ToolSession, _ invocation: Invocation) {
        FindingList(findings: findings, files: session.files).write(to: invocation.console)
    }

    private static func report(
        _ invocation: Invocation, _ session: ToolSession, _ texts: [String], _ changes: [StoreChange],
        remaining: [Finding]
    ) {
        let console = invocation.console
        let changed = changes.filter(\.changed)
        let diff = UnifiedDiff.text(of: changed)
        if invocation.wantsJSON {
            var members: [JSONValue.Member] = [
                .init("problems", .array(remaining.map(\.json))), .init("changed", .bool(!changed.isEmpty)),
                .init("path", (changed.first.map { CondaTokenFile.shown(path: $0.path) }).json),
                .init("fixed", .array(texts.map { .string($0) })),
            ]
            if invocation.showsDiff { members.append(.init("diff", .string(diff))) }
            return console.write(redactedJSON: members)
        }
        if invocation.showsDiff { console.write(diff: diff) }
        for text in texts {
            console.writeLine(
                StyledText(invocation.isRehearsal ? "would mend" : "mended", .green) + StyledText(": \(text)"))
        }
        if texts.isEmpty, remaining.isEmpty { console.writeLine("Nothing is wrong.") }
        list(remaining, session, invocation)
    }
}

extension Finding {
    fileprivate init(notMended finding: Finding, _ error: any Error) {
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
