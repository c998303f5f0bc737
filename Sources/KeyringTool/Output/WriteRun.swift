import CommandLineKit
import CondaCredentials
import LosslessJSON

/// What all commands that write have in common: `--dry-run`, `--check`, `--diff`, `--json`, and that nothing is written
/// where the result could not be told.
struct WriteRun {
    let invocation: Invocation
    let session: ToolSession
    /// The configuration file that the command edits as well.
    var condarc: String?

    /// - Parameters:
    ///   - path: the file or directory, where nothing changes.
    ///   - act: does it, or finds out without writing what would change, and tells it.
    func run(path: String, _ act: (_ isRehearsal: Bool) throws -> Told) throws -> ExitStatus {
        let planned = try act(true)
        let written = try invocation.change(
            if: planned.changed,
            announcing: { try invocation.announceChange(diff: UnifiedDiff.text(of: planned.changes)) },
            writing: { try act(false) })
        if !invocation.isRehearsal { session.cleanUp(invocation.console, beside: condarc) }
        for warning in written?.warnings ?? [] { invocation.console.warn(warning) }
        let told = written ?? planned
        report(told, path: path)
        return try finish(told.failure, invocation.status(changes: told.changed))
    }

    private func report(_ told: Told, path: String) {
        let console = invocation.console
        let place = (told.changes.first(where: \.changed) ?? told.changes.first)?.shownPath ?? path
        invocation.reportChange(
            changed: told.changed, path: place, diff: UnifiedDiff.text(of: told.changes),
            members: ["error": told.failure.map { CommandError($0).json }] + told.members
                + .backups(told.changes.backups))
        if invocation.wantsJSON { return }
        console.note(backups: told.changes.backups)
        guard told.changed || told.failure != nil else { return console.note("nothing to do") }
        for line in told.lines { console.note(line) }
    }

    private func finish(_ failure: CredentialError?, _ status: ExitStatus) throws -> ExitStatus {
        guard let failure else { return status }
        let error = CommandError(failure).showingStore
        if invocation.wantsJSON { return error.status }
        // What was done has been told; an error takes nothing of it back.
        try invocation.console.flushOrThrow()
        throw error
    }
}

extension [StoreChange] {
    /// Where old contents were kept.
    var backups: [String] { compactMap(\.backup) }
}

extension UnifiedDiff {
    /// What changes do to the redacted texts of their files.
    static func text(of changes: [StoreChange]) -> String {
        changes.filter(\.changed).map { change in
            let path = change.shownPath
            return UnifiedDiff.text(
                from: Redactor.redact(Array(change.before.utf8)), to: Redactor.redact(Array(change.after.utf8)),
                oldName: change.before.isEmpty ? "/dev/null" : path,
                newName: change.after.isEmpty ? "/dev/null" : path)
        }.joined()
    }
}
