import LosslessYAML
import CommandLineKit
import Condarc
import LosslessJSON
import SecureFileStore

/// Runs one edit of the target file with everything that commands which write have in common: `--dry-run`, `--check`,
/// `--diff`, `--json`, and the standard streams as a file.
struct EditRun {
    private let invocation: Invocation
    private let session: ToolSession
    private let target: TargetFile
    private var isAnnounced = false

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        session = ToolSession(invocation.context)
        target = try TargetFile(invocation, session)
    }

    /// - Parameter edit: changes the editor's document, and returns members that its result has in JSON. It may run again
    ///   from the start if another program changes the file at the same time.
    static func run(
        _ invocation: Invocation, edit: (inout CondarcEditor, ToolSession) throws -> [JSONValue.Member] = { _, _ in [] }
    ) throws -> ExitStatus {
        var run = try EditRun(invocation)
        return try run.run(edit)
    }

    private typealias Edit = (inout CondarcEditor, ToolSession) throws -> [JSONValue.Member]

    /// What an edit makes of a file.
    private struct Result {
        var before: [UInt8]
        var after: [UInt8]
        var existed: Bool
        var notices: [String]
        var members: [JSONValue.Member]

        var changes: Bool { before != after }
    }

    private var isRehearsal: Bool { invocation.has(.dryRun) || invocation.has(.check) }
    private var showsDiff: Bool { isRehearsal || invocation.has(.diff) }

    private mutating func run(_ edit: Edit) throws -> ExitStatus {
        let result: Result
        switch target {
        case .standardStreams:
            let bytes = try invocation.context.standardInput.readAll(limit: TargetFile.limit)
            result = try edited(bytes, existed: true, edit)
        case .file(let path) where isRehearsal:
            let snapshot = try session.store.snapshot(path, limit: TargetFile.limit)
            result = try edited(snapshot.bytes, existed: snapshot.exists, edit)
        case .file(let path):
            result = try update(path, edit)
        }
        try report(result)
        return invocation.has(.check) && result.changes ? .negative : .success
    }

    private mutating func update(_ path: String, _ edit: Edit) throws -> Result {
        let update = try session.store.update(path, policy: .ordinary, limit: TargetFile.limit) { snapshot in
            let result = try edited(snapshot.bytes, existed: snapshot.exists, edit)
            if result.changes { try announce(result) }
            return FileChange(result.after, telling: result)
        }
        for warning in update.warnings { invocation.console.warn(warning) }
        return update.told
    }

    private func edited(_ bytes: [UInt8], existed: Bool, _ edit: Edit) throws -> Result {
        do {
            var editor = try CondarcEditor(bytes, pathExists: session.pathExists)
            let members = try edit(&editor, session)
            return Result(
                before: bytes, after: editor.document.bytes, existed: existed, notices: editor.notices,
                members: members)
        } catch {
            throw ErrorTranslation.commandError(error, path: target.name) ?? error
        }
    }

    /// Writes the beginning of the result before anything is changed: a standard output that takes nothing is an error,
    /// and after an error nothing has been changed.
    private mutating func announce(_ result: Result) throws {
        guard !isAnnounced else { return }
        if invocation.wantsJSON {
            try invocation.console.openJSON()
        } else if showsDiff {
            invocation.console.write(diff: String(diff(result).prefix { $0 != "\n" } + "\n"))
            try invocation.console.flushOrThrow()
        } else {
            return
        }
        isAnnounced = true
    }

    private func diff(_ result: Result) -> String {
        UnifiedDiff.text(
            from: result.before, to: result.after, oldName: result.existed ? target.name : "/dev/null",
            newName: target.name)
    }

    private func report(_ result: Result) throws {
        let console = invocation.console
        for notice in result.notices { console.note(notice) }
        if invocation.wantsJSON {
            var members: [JSONValue.Member] = [
                .init("changed", .bool(result.changes)), .init("path", .string(target.name)),
            ]
            if showsDiff { members.append(.init("diff", .string(diff(result)))) }
            if case .standardStreams = target, !showsDiff {
                members.append(.init("content", .string(String(decoding: result.after, as: UTF8.self))))
            }
            console.write(json: members + result.members)
        } else if showsDiff {
            let diff = diff(result)
            console.write(diff: isAnnounced ? String(diff.drop { $0 != "\n" }.dropFirst()) : diff)
        } else if case .standardStreams = target {
            console.writeRaw(result.after)
        }
    }
}
