import LosslessYAML
import CommandLineKit
import CondaSession
import Condarc
import LosslessJSON
import SecureFileStore

/// Runs one edit of the target file with everything that commands which write have in common: `--dry-run`, `--check`,
/// `--diff`, `--json`, and the standard streams as a file.
struct EditRun {
    /// Changes the editor's document, and returns members that its result has in JSON. It may run again from the start
    /// if another program changes the file at the same time.
    typealias Edit = (inout CondarcEditor) throws -> [JSONValue.Member]

    private let invocation: Invocation
    private let session: Session
    private let target: TargetFile
    private var changeReport: ChangeReport

    private init(_ invocation: Invocation, _ session: Session) throws {
        self.invocation = invocation
        self.session = session
        target = try TargetFile(invocation, session)
        changeReport = ChangeReport(invocation)
    }

    static func run(_ invocation: Invocation, edit: Edit) throws -> ExitStatus {
        try run(invocation, Session(invocation.context), edit: edit)
    }

    static func run(_ invocation: Invocation, _ session: Session, edit: Edit) throws -> ExitStatus {
        var run = try EditRun(invocation, session)
        return try run.run(edit)
    }

    /// What an edit makes of a file.
    private struct Result {
        var before: [UInt8]
        var after: [UInt8]
        var existed: Bool
        var notices: [String] = []
        var members: [JSONValue.Member] = []

        var changes: Bool { before != after }

        /// - Parameter name: what the file is called in it.
        func diff(_ name: String) -> String {
            UnifiedDiff.text(from: before, to: after, oldName: existed ? name : "/dev/null", newName: name)
        }
    }

    private mutating func run(_ edit: Edit) throws -> ExitStatus {
        let result: Result
        switch target {
        case .standardStreams:
            let bytes = try invocation.context.standardInput.readAll(limit: SizeLimit.configuration)
            result = try edited(bytes, existed: true, edit)
        case .file(let path) where invocation.isRehearsal:
            let snapshot = try session.files.snapshot(path, limit: SizeLimit.configuration)
            result = try edited(snapshot.bytes, existed: snapshot.exists, edit)
        case .file(let path):
            result = try update(path, edit)
        }
        report(result)
        return invocation.status(changes: result.changes)
    }

    private mutating func update(_ path: String, _ edit: Edit) throws -> Result {
        let name = target.name
        let update = try session.files.update(path, policy: .ordinary, limit: SizeLimit.configuration) { snapshot in
            let result = try edited(snapshot.bytes, existed: snapshot.exists, edit)
            if result.changes { try changeReport.announce(diff: result.diff(name)) }
            return FileChange(result.after, telling: result)
        }
        for warning in update.warnings { invocation.console.warn(warning) }
        return update.told
    }

    private func edited(_ bytes: [UInt8], existed: Bool, _ edit: Edit) throws -> Result {
        do {
            var editor = try CondarcEditor(bytes, pathExists: session.pathExists)
            let members = try edit(&editor)
            return Result(
                before: bytes, after: editor.document.bytes, existed: existed, notices: editor.notices,
                members: members)
        } catch {
            throw CommandError(translating: error, path: target.name) ?? error
        }
    }

    private func report(_ result: Result) {
        let console = invocation.console
        for notice in result.notices { console.note(notice) }
        var members = result.members
        if case .standardStreams = target, !invocation.showsDiff {
            if invocation.wantsJSON {
                members.insert(.init("content", .string(String(decoding: result.after, as: UTF8.self))), at: 0)
            } else {
                console.writeRaw(result.after)
            }
        }
        changeReport.write(changed: result.changes, path: target.name, diff: result.diff(target.name), members: members)
    }
}
