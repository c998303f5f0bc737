import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML
import SecureFileStore

/// Runs one edit of the target file with everything that commands which write have in common: `--dry-run`, `--check`,
/// `--diff`, `--backup`, `--json`, the standard streams as a file, and what is told of an edit that has no effect.
struct EditRun {
    /// Changes the editor's document. It may run again from the start if another program changes the file at the same
    /// time.
    typealias Edit = (inout CondarcEditor) throws -> EditAnswer

    private let invocation: Invocation
    private let session: Session
    private let target: TargetFile
    private var changeReport: ChangeReport

    private init(_ invocation: Invocation, _ session: Session) throws {
        self.invocation = invocation
        self.session = session
        target = try TargetFile(invocation, session)
        if case .standardStreams = target, invocation.has(.backup) {
            throw CommandError(
                .usage, "option --backup keeps the old content of a file, and '-' is none",
                hint: "leave one of them out")
        }
        changeReport = ChangeReport(invocation)
    }

    /// - Parameter wishes: what the edit is meant to bring about; asked for only where somebody reads whether it did.
    /// - Parameter mayBeDoubtful: whether the edit gives a value that is worth a look by itself.
    static func run(
        _ invocation: Invocation, wishing wishes: @autoclosure () -> [Wish], mayBeDoubtful: Bool = false, edit: Edit
    ) throws -> ExitStatus {
        var run = try EditRun(invocation, Session(invocation.context))
        let result = try run.run(edit)
        let asksForDoubts = mayBeDoubtful && !invocation.isQuiet
        run.report(
            result, doubts: asksForDoubts ? ValueDoubts.notices(about: { _ = try edit(&$0) }, run.session) : [])
        run.tellEffect(wishes)
        return invocation.status(changes: result.changes)
    }

    /// What an edit makes of a file.
    private struct Result {
        var before: [UInt8]
        var after: [UInt8]
        var existed: Bool
        var answer = EditAnswer()
        /// Where the old content was kept.
        var backups: [String] = []

        var changes: Bool { before != after }

        /// - Parameter name: what the file is called in it.
        func diff(_ name: String) -> String {
            UnifiedDiff.text(
                from: before, to: after, oldName: existed ? name : "/dev/null", newName: name,
                hidden: FileSecrets.hidden)
        }
    }

    private mutating func run(_ edit: Edit) throws -> Result {
        switch target {
        case .standardStreams:
            let bytes = try invocation.context.standardInput.readAll(limit: SizeLimit.configuration)
            return try edited(bytes, existed: true, edit)
        case .file(let path) where invocation.isRehearsal:
            let snapshot = try session.files.snapshot(path, limit: SizeLimit.configuration)
            return try edited(snapshot.bytes, existed: snapshot.exists, edit)
        case .file(let path):
            return try update(path, edit)
        }
    }

    private mutating func update(_ path: String, _ edit: Edit) throws -> Result {
        let name = target.name
        let isPrivate = try startsPrivate(path, edit)
        let update = try session.files.update(
            path, policy: isPrivate ? .secret : .ordinary, keepingBackup: invocation.has(.backup),
            limit: SizeLimit.configuration
        ) { snapshot in
            let computed = try edited(snapshot.bytes, existed: snapshot.exists, edit)
            if computed.changes { try changeReport.announce(diff: computed.diff(name)) }
            return FileChange(computed.changes ? computed.after : nil, telling: computed)
        }
        for warning in update.warnings { invocation.console.warn(warning) }
        var result = update.told
        result.backups = update.backup.map { [$0] } ?? []
        if isPrivate, update.changed {
            result.answer.notices.append(.init("only you can read \(name) (mode 0600): the value holds a secret"))
        }
        return result
    }

    /// Whether a file that is made by the edit is for its owner alone, since a secret goes into it.
    private func startsPrivate(_ path: String, _ edit: Edit) throws -> Bool {
        if case .some = try session.files.metadata(path) { return false }
        let directory = session.host.platform.parent(of: session.host.absolute(path))
        guard case .some = try session.files.metadata(directory) else { return false }
        let made = try edited([], existed: false, edit).after
        return Redactor.redact(made) != made || !FileSecrets.hidden(in: made).isEmpty
    }

    private func edited(_ bytes: [UInt8], existed: Bool, _ edit: Edit) throws -> Result {
        do {
            var editor = try CondarcEditor(bytes, pathExists: session.pathExists)
            var answer = try edit(&editor)
            answer.notices.insert(contentsOf: editor.notices.map { .init($0) }, at: 0)
            return Result(before: bytes, after: editor.document.bytes, existed: existed, answer: answer)
        } catch {
            guard var told = CommandError(translating: error, path: target.name, text: bytes) else { throw error }
            if (error as? CondarcError)?.code == .unknownParameter, let call = swapped { told.hint = call }
            throw told
        }
    }

    /// The call as it was most likely meant, where a parameter stands behind what is taken for one.
    private var swapped: String? {
        let words = invocation.operands
        guard words.count > 1,
            let key = words.dropFirst().firstIndex(where: { ParameterTable.parameter(forKey: $0) != nil })
        else { return nil }
        let others = words.enumerated().filter { $0.offset != key }.map(\.element)
        return "the parameter stands first: "
            + ([words[key]] + others).map { ShellWord.quoted($0) }.joined(separator: " ")
    }

    // MARK: Telling

    private func report(_ result: Result, doubts: [EditAnswer.Notice]) {
        let console = invocation.console
        var members: [JSONValue.Member] = .backups(result.backups) + result.answer.members
        if case .standardStreams = target, !invocation.showsDiff {
            if invocation.wantsJSON {
                members.insert(.init("content", .string(String(decoding: result.after, as: UTF8.self))), at: 0)
            } else {
                console.writeRaw(result.after)
            }
        }
        changeReport.write(changed: result.changes, path: target.name, diff: result.diff(target.name), members: members)
        // The difference first, where both streams go to one place.
        try? console.flushOrThrow()
        let answers = result.answer.notices.filter { notice in !doubts.contains { $0.hint == notice.hint } }
        for notice in answers + doubts { console.notice(notice.text, hint: notice.hint) }
        if !invocation.wantsJSON { console.note(backups: result.backups) }
        tellWhatWasWritten(result)
    }

    /// A difference alone leaves open whether it was made.
    private func tellWhatWasWritten(_ result: Result) {
        guard case .file(let path) = target, invocation.showsDiff, !invocation.wantsJSON else { return }
        if !result.changes {
            invocation.console.note("nothing to change in \(path)")
        } else if invocation.isRehearsal {
            invocation.console.note("nothing was written: \(invocation.has(.dryRun) ? "--dry-run" : "--check")")
        } else {
            invocation.console.note("wrote \(path)")
        }
    }

    /// Where somebody reads it: what the edit was meant for and did not reach.
    private func tellEffect(_ wishes: () -> [Wish]) {
        guard case .file(let path) = target, !invocation.isRehearsal, !invocation.isQuiet,
            invocation.isAtTerminal || invocation.isVerbose, case let wishes = wishes(), !wishes.isEmpty
        else { return }
        let prefix = invocation.value(.prefix).map { session.host.absolute($0) }
        let check = WishCheck(session, path: path, root: session.root(invocation), prefix: prefix)
        for complaint in check?.complaints(about: wishes) ?? [] {
            invocation.console.notice(complaint.text, hint: complaint.hint)
        }
    }
}
