package import LosslessJSON

extension Invocation {
    /// Whether the command is only to show what it would do: `--dry-run` or `--check`.
    package var isRehearsal: Bool { has(.dryRun) || has(.check) }
    /// Whether the difference is part of the result: `--diff`, and every rehearsal.
    package var showsDiff: Bool { isRehearsal || has(.diff) }

    /// How a command that writes ended: with `--check`, a change is a negative answer.
    package func status(changes: Bool) -> ExitStatus { has(.check) && changes ? .negative : .success }

    /// What became of a change of a file, for people.
    package func whatWasWritten(_ path: String) -> String {
        isRehearsal ? "nothing was written: \(has(.dryRun) ? "--dry-run" : "--check")" : "wrote \(path)"
    }

    /// Writes what was planned, in the order of every command that writes: a rehearsal tells the plan alone, and before
    /// anything is written the beginning of the result goes out.
    ///
    /// - Parameters:
    ///   - changes: whether there is anything to write.
    ///   - announce: sends what can be told before, most often by `announceChange`.
    /// - Returns: what was written; nil where nothing was, so that the plan is the result.
    package func change<Written>(
        if changes: Bool, announcing announce: () throws -> Void, writing write: () throws -> Written
    ) rethrows -> Written? {
        guard changes, !isRehearsal else { return nil }
        try announce()
        return try write()
    }

    /// Sends the beginning of the result, once, however often a change starts over.
    ///
    /// A standard output that takes nothing (a full disk, a reader who left) is an error, and after an error nothing has
    /// been changed: so something is written to it before anything else is.
    ///
    /// - Parameters:
    ///   - isJSON: whether the result is one JSON object, where more than `--json` says so.
    ///   - diff: the difference as it stands now; only its first line is sent, as the rest may still change.
    /// - Throws: `io` if standard output takes nothing.
    package func announceChange(isJSON: Bool? = nil, diff: @autoclosure () -> String = "") throws(CommandError) {
        if isJSON ?? wantsJSON { return try console.openJSON() }
        if showsDiff { console.open(diff: diff()) }
        try console.flushOrThrow()
    }

    /// Writes the one JSON object of the call, or the difference if it is wanted, before all messages that follow.
    ///
    /// - Parameters:
    ///   - path: the file that was changed or would be; nil where there is none.
    ///   - members: what follows `changed`, `path` and `diff`.
    package func reportChange(
        changed: Bool, path: String?, diff: @autoclosure () -> String, members: @autoclosure () -> JSONValue = [:]
    ) {
        if wantsJSON {
            let shown = showsDiff ? diff() : nil
            return console.write(
                json: ["changed": .bool(changed), "path": path.json, "diff": shown?.json] + members())
        }
        if showsDiff { console.write(diff: diff()) }
        console.close()
    }
}

extension Console {
    /// Says where old contents were kept.
    package func note(backups: [String]) {
        for backup in backups { note("kept the old content as \(backup)") }
    }
}

extension JSONValue {
    /// Where old contents were kept.
    package static func backups(_ backups: [String]) -> JSONValue {
        ["backup": backups.first?.json, "backups": backups.count > 1 ? backups.json : nil]
    }
}
