import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import SecureFileStore

/// One call of `edit`: a copy goes to the editor, and comes back checked.
struct EditorRun {
    private let invocation: Invocation
    private let session: Session
    private let path: String
    private let before: FileSnapshot
    private let writer: ConfigurationWriter

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        session = Session(invocation.context)
        guard case .file(let path) = try TargetFile(invocation, session) else {
            throw CommandError(.usage, "edit needs a file: standard input cannot be edited")
        }
        self.path = path
        writer = ConfigurationWriter(invocation, session, announces: true)
        before = try session.files.snapshot(path, limit: SizeLimit.configuration)
        let directory = session.host.platform.parent(of: session.host.absolute(path))
        guard case .some = try session.files.metadata(directory) else {
            throw CommandError(
                .io, "there is no directory \(directory)", path: path,
                hint: "make it first: mkdir -p \(ShellWord.quoted(directory))")
        }
    }

    mutating func run() throws -> ExitStatus {
        let copy = try EditorCopy(of: before.bytes, session)
        var isKept = false
        // An editor may have left files there; nothing hangs on them.
        defer {
            if !isKept, let error = copy.remove() {
                invocation.console.warn("the private copy is still there: \(error.message)", hint: error.hint)
            }
        }
        while true {
            try edit(copy)
            let after = try copy.read()
            guard after != before.bytes else {
                writer.cleanUp(beside: path)
                return report(after)
            }
            let findings = findings(in: after)
            let source = ExcerptSource(configuration: after)
            for (position, finding) in findings.enumerated() {
                if position > 0 { invocation.console.tellApart() }
                invocation.console.tell(finding.message(path: invocation.console.shown(path: path), in: source))
            }
            let errors = findings.filter { $0.severity == .error }
            guard !errors.isEmpty else {
                do {
                    return try put(after)
                } catch {
                    isKept = true
                    let told =
                        CommandError(translating: error, path: path) ?? CommandError(.io, "unexpected error: \(error)")
                    throw CommandError(
                        told.code, told.message, path: told.path, hint: "what you wrote is kept as \(copy.path)")
                }
            }
            guard isAtTerminal else {
                throw CommandError(
                    errors.contains { RuleCatalog.refusing.contains($0.rule) } ? .syntax : .invalid,
                    "what was saved has \(errors.count.of("error")): \(errors[0].shownMessage)",
                    path: path, line: errors[0].line, column: errors[0].column, hint: "nothing was changed")
            }
            guard try wantsToEditAgain() else {
                invocation.console.note("discarded; \(path) is as it was")
                return .negative
            }
        }
    }

    private var isAtTerminal: Bool { invocation.context.standardInput.isTerminal && invocation.isAtTerminal }

    private func edit(_ copy: EditorCopy) throws {
        let environment = session.host.environment
        guard
            let editor = environment.nonEmpty("VISUAL") ?? environment.nonEmpty("EDITOR") ?? (isAtTerminal ? "vi" : nil)
        else {
            throw CommandError(
                .usage, "there is no terminal for an editor", hint: "name one that needs none in VISUAL or EDITOR")
        }
        // Its options are nobody's business in a log.
        let program = editor.prefix { $0 != " " }
        let status: Int32
        do throws(StreamError) {
            status = try invocation.context.launcher.runEditor(
                editor, on: copy.path, output: invocation.wantsJSON ? .standardError : .standardOutput)
        } catch { throw CommandError(.io, "cannot start the editor '\(program)': \(error.reason)") }
        guard status == 0 else {
            let isPath = editor.contains(" ") && session.pathExists(editor)
            throw CommandError(
                .io,
                // What the shell says of a command that it does not find.
                status == 127
                    ? "there is no program '\(program)'" : "the editor '\(program)' failed with status \(status)",
                hint: isPath
                    ? "put quotes around a path with a blank: EDITOR=\(ShellWord.quoted(ShellWord.quoted(editor)))"
                    : "nothing was changed; name another one in VISUAL or EDITOR")
        }
    }

    /// What is wrong with what was saved; at an error conda would stop.
    private func findings(in bytes: [UInt8]) -> [Finding] {
        let options = CheckOptions(pathExists: session.pathExists)
        let checker = Checker(options, host: session.host, facts: session.facts(root: session.root(invocation)))
        return checker.findings(path: path, bytes: bytes)
    }

    private func wantsToEditAgain() throws -> Bool {
        while true {
            // Who breaks off here wants no more of it.
            let answer = try? invocation.context.standardInput.readLine {
                invocation.console.ask("edit again (e), or discard your changes (d)? ")
            }
            if answer == nil { invocation.console.tellApart() }
            switch answer?.lowercased() {
            case "e", "edit", "": return true
            case "d", "discard", nil: return false
            default: continue
            }
        }
    }

    private func put(_ after: [UInt8]) throws -> ExitStatus {
        let update = try writer.update(path, closesSecrets: true) { snapshot in
            guard snapshot.bytes == before.bytes, snapshot.exists == before.exists else {
                throw CommandError(.locked, "\(path) was changed by another program meanwhile", path: path)
            }
            return FileChange(after, telling: ())
        }
        return report(after, backups: update.backups)
    }

    private func report(_ after: [UInt8], backups: [String] = []) -> ExitStatus {
        let changes = after != before.bytes
        invocation.reportChange(
            changed: changes, path: path,
            diff: UnifiedDiff.text(of: path, from: before.bytes, to: after, exists: before.exists),
            members: .backups(backups))
        if !invocation.wantsJSON {
            invocation.console.note(changes ? invocation.whatWasWritten(path) : "\(path) is unchanged")
            invocation.console.note(backups: backups)
        }
        return invocation.status(changes: changes)
    }
}
