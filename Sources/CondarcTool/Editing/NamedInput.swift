import CommandLineKit
import CondaSession
import SecureFileStore

/// A file that the user names to be read, and that must be there.
enum NamedInput {
    /// What the content of the file means, or that of standard input for `-`.
    ///
    /// - Parameter parse: what it throws is told of the file.
    static func read<Meaning>(
        _ name: String, _ invocation: Invocation, _ session: Session, parse: ([UInt8]) throws -> Meaning
    ) throws -> Meaning {
        let bytes = try invocation.console.waiting(for: name == "-" ? "standard input" : name) {
            try Self.bytes(of: name, invocation, session)
        }
        do { return try parse(bytes) } catch {
            throw CommandError(translating: error, path: name, text: bytes) ?? error
        }
    }

    private static func bytes(of name: String, _ invocation: Invocation, _ session: Session) throws -> [UInt8] {
        if name == "-" { return try invocation.context.standardInput.readAll(limit: SizeLimit.configuration) }
        let snapshot = try session.files.input(name, limit: SizeLimit.configuration)
        guard snapshot.exists else {
            throw CommandError(.io, "there is no file \(name)", path: name, hint: session.hint(forMissing: name))
        }
        return snapshot.bytes
    }
}
