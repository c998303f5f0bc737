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

    private init(_ invocation: Invocation, _ session: Session) throws {
        self.invocation = invocation
        self.session = session
        target = try TargetFile(invocation, session)
        if case .file(let path) = target, path.hasPrefix("/dev/fd/") || path == "/dev/stdin" {
            throw CommandError(
                .usage, "\(path) is no file that could be replaced",
                hint: "write --file - to read standard input and write the result to standard output")
        }
        if case .standardStreams = target, invocation.has(.backup) {
            throw CommandError(
                .usage, "option --backup keeps the old content of a file, and '-' is none",
                hint: "leave one of them out")
        }
    }

    /// - Parameter wishes: what the edit is meant to bring about; asked for only where somebody reads whether it did.
    /// - Parameter mayBeDoubtful: whether the edit gives a value that is worth a look by itself.
    /// - Parameter doubts: what is doubted of the values already.
    /// - Parameter remover: the call that takes doubtful values out again; nil where they took another's place.
    static func run(
        _ invocation: Invocation, wishing wishes: @autoclosure () -> [EditWish], mayBeDoubtful: Bool = false,
        doubts: [Message] = [], remover: @autoclosure () -> String? = nil, edit: Edit
    ) throws -> ExitStatus {
        let run = try EditRun(invocation, Session(invocation.context))
        let result = try run.run(edit)
        let asksForDoubts = mayBeDoubtful && !invocation.isQuiet
        let isDoubtful = run.report(
            result, doubts: asksForDoubts ? ValueDoubts.notices(about: { _ = try edit(&$0) }, run.session) : doubts)
        if isDoubtful, result.changed, !invocation.isRehearsal, !invocation.isQuiet, let call = remover() {
            invocation.console.note("it is written all the same; to take it out: \(call)")
        }
        run.tellEffect(wishes)
        return invocation.status(changes: result.changed)
    }

    private func run(_ edit: Edit) throws -> FileUpdate<EditAnswer> {
        switch target {
        case .standardStreams:
            let bytes = try invocation.context.standardInput.readAll(limit: SizeLimit.configuration)
            return FileUpdate(of: bytes, try edited(bytes, edit))
        case .file(let path):
            return try ConfigurationWriter(invocation, session, announces: true).update(path, closesSecrets: true) {
                try edited($0.bytes, edit)
            }
        }
    }

    private func edited(_ bytes: [UInt8], _ edit: Edit) throws -> FileChange<EditAnswer> {
        do {
            var editor = try CondarcEditor(bytes, pathExists: session.pathExists)
            var answer = try edit(&editor)
            answer.notices.insert(contentsOf: editor.notices.map { Message(.note, $0) }, at: 0)
            return FileChange(editor.document.bytes, telling: answer)
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
        // `-n NAME`, as conda has it.
        if key == 1, invocation.has(.dryRun) {
            return "-n is --dry-run here, and an environment is named by its directory: --prefix DIR"
        }
        let others = words.enumerated().filter { $0.offset != key }.map(\.element)
        return "the parameter stands first: "
            + ([words[key]] + others).map { ShellWord.quoted($0) }.joined(separator: " ")
    }

    // MARK: Telling

    /// - Returns: whether anything was doubted of the new values.
    private func report(_ result: FileUpdate<EditAnswer>, doubts: [Message]) -> Bool {
        let console = invocation.console
        var exists = result.before.exists
        var isResult = false
        if case .standardStreams = target { (exists, isResult) = (true, !invocation.showsDiff) }
        if isResult, !invocation.wantsJSON { console.writeRaw(result.after) }
        invocation.reportChange(
            changed: result.changed, path: target.name,
            diff: UnifiedDiff.text(of: target.name, from: result.before.bytes, to: result.after, exists: exists),
            members: ["content": isResult ? .string(String(decoding: result.after, as: UTF8.self)) : nil]
                + .backups(result.backups) + result.told.members)
        var notices = result.told.notices.filter { notice in
            notice.meantName == nil || !doubts.contains { $0.meantName == notice.meantName }
        }
        if result.changed, !exists, !invocation.isRehearsal, ConfigurationWriter.holdsSecret(result.after) {
            notices.append(Message(.note, "only you can read \(target.name) (mode 0600): the value holds a secret"))
        }
        for notice in notices + doubts { console.say(notice) }
        if !invocation.wantsJSON { console.note(backups: result.backups) }
        tellWhatWasWritten(changes: result.changed)
        return (result.told.notices + doubts).contains { $0.hint != nil }
    }

    /// A difference alone leaves open whether it was made.
    private func tellWhatWasWritten(changes: Bool) {
        guard case .file(let path) = target, invocation.showsDiff, !invocation.wantsJSON else { return }
        invocation.console.note(changes ? invocation.whatWasWritten(path) : "nothing to change in \(path)")
    }

    /// Where somebody reads it: what the edit was meant for and did not reach.
    private func tellEffect(_ wishes: () -> [EditWish]) {
        guard case .file(let path) = target, !invocation.isRehearsal, !invocation.isQuiet,
            invocation.isAtTerminal || invocation.isVerbose, case let wishes = wishes(), !wishes.isEmpty
        else { return }
        let check = WishCheck(session, path: path, invocation)
        for complaint in check?.complaints(about: wishes) ?? [] { invocation.console.say(complaint) }
    }
}
