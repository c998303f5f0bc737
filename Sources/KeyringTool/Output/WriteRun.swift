import CommandLineKit
import CondaCredentials
import LosslessJSON

/// What all commands that write have in common: `--dry-run`, `--check`, `--diff`, `--json`, and that nothing is written
/// where the result could not be told.
struct WriteRun {
    let invocation: Invocation
    /// What was done or would be done, for people: `stored the token of my-org`.
    var done: [String]
    var wouldDo: [String]
    /// Members of the JSON result beside `changed`, `path` and `diff`.
    var members: [JSONValue.Member] = []

    private var showsDiff: Bool { invocation.has(.diff) || invocation.isRehearsal }

    /// - Parameters:
    ///   - planned: what the write would change, found out without writing.
    ///   - path: the file or directory, where nothing changes.
    ///   - write: does it.
    func run(
        planned: [StoreChange], path: String, write: () throws -> [StoreChange]
    ) throws -> ExitStatus {
        let changes = planned.contains(where: \.changed)
        let diff = UnifiedDiff.text(of: planned)
        if !invocation.wantsJSON, showsDiff {
            invocation.console.write(diff: diff)
        }
        if changes, !invocation.isRehearsal {
            // A standard output that takes nothing is an error, and after an error nothing has been changed.
            if invocation.wantsJSON { try invocation.console.openJSON() } else { try invocation.console.flushOrThrow() }
            for warning in try write().flatMap(\.warnings) { invocation.console.warn(warning) }
        }
        let place = planned.first(where: \.changed)?.path ?? planned.first?.path ?? path
        report(changes: changes, path: CondaTokenFile.shown(path: place), diff)
        return invocation.has(.check) && changes ? .negative : .success
    }

    private func report(changes: Bool, path: String, _ diff: String) {
        let console = invocation.console
        if invocation.wantsJSON {
            var result: [JSONValue.Member] = [.init("changed", .bool(changes)), .init("path", .string(path))]
            if showsDiff { result.append(.init("diff", .string(diff))) }
            console.write(redactedJSON: result + members)
            return
        }
        guard changes else { return console.note("nothing to do") }
        for line in invocation.isRehearsal ? wouldDo : done { console.note(line) }
    }
}

extension UnifiedDiff {
    /// What changes do to the redacted texts of their files.
    static func text(of changes: [StoreChange]) -> String {
        changes.filter(\.changed).map { change in
            let path = CondaTokenFile.shown(path: change.path)
            return UnifiedDiff.text(
                from: Redactor.redact(Array(change.before.utf8)), to: Redactor.redact(Array(change.after.utf8)),
                oldName: change.before.isEmpty ? "/dev/null" : path,
                newName: change.after.isEmpty ? "/dev/null" : path)
        }.joined()
    }
}
