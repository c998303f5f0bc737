import CommandLineKit
import CondaSession
import HostPlatform
import SecureFileStore

/// The file that a command reads or edits.
enum TargetFile {
    /// Standard input, and standard output for the result.
    case standardStreams
    case file(String)

    /// By `--file`, `--system`, `--env`, `--prefix`, or `--user`, which is the default.
    init(_ invocation: Invocation, _ session: Session) throws(CommandError) {
        if invocation.has(.root), !invocation.has(.system) {
            invocation.console.notice(
                "--root does not choose the file", hint: "add --system for the one of the base installation")
        }
        if let file = invocation.value(.file) {
            self = file == "-" ? .standardStreams : .file(file)
        } else {
            self = .file(session.host.join(try TargetFile.directory(invocation, session), ".condarc"))
        }
    }

    private static func directory(_ invocation: Invocation, _ session: Session) throws(CommandError) -> String {
        if invocation.has(.system) {
            if let root = session.root(invocation) { return root }
            throw CommandError(
                .usage, "no base installation is known", hint: "name it with --root DIR or in the variable CONDA_ROOT")
        }
        if invocation.has(.env) {
            if let prefix = session.host.environment.nonEmpty("CONDA_PREFIX") { return prefix }
            throw CommandError(
                .usage, "no environment is active: CONDA_PREFIX is not set",
                hint: "activate one, or name it with --prefix DIR")
        }
        if let prefix = invocation.value(.prefix) {
            let found = try? session.files.metadata(prefix)
            if found == nil, !prefix.contains("/"), !prefix.contains("\\") {
                throw CommandError(
                    .io, "there is no directory \(prefix) here, as --prefix needs", path: prefix,
                    hint: "name the directory of the environment, not its name, such as ~/miniforge3/envs/\(prefix)")
            }
            if let found, found.kind != .directory {
                throw CommandError(
                    .io, "\(prefix) is no directory, as --prefix needs", path: prefix,
                    hint: "the file itself is named by --file \(ShellWord.quoted(prefix))")
            }
            return prefix
        }
        return try home(session)
    }

    /// The directory of the user's own file.
    static func home(_ session: Session) throws(CommandError) -> String {
        if let home = session.host.home { return home }
        throw CommandError(.io, "the home directory is not known", hint: "set HOME, or name the file with --file")
    }

    /// What it is called in messages and JSON.
    var name: String {
        switch self {
        case .standardStreams: "-"
        case .file(let path): path
        }
    }

    /// The content, of a pipe as well where the user named one; nil where the file does not exist.
    func read(_ invocation: Invocation, _ session: Session) throws -> [UInt8]? {
        switch self {
        case .standardStreams: return try invocation.context.standardInput.readAll(limit: SizeLimit.configuration)
        case .file(let path):
            let snapshot =
                try invocation.has(.file)
                ? session.files.input(path, limit: SizeLimit.configuration)
                : session.files.snapshot(path, limit: SizeLimit.configuration)
            return snapshot.exists ? snapshot.bytes : nil
        }
    }
}
