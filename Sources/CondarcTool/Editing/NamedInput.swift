import CommandLineKit
import CondaSession
import SecureFileStore

/// A file that the user names to be read, and that must be there.
enum NamedInput {
    /// The content of the file, or of standard input for `-`.
    static func read(_ name: String, _ invocation: Invocation, _ session: Session) throws -> [UInt8] {
        if name == "-" { return try invocation.context.standardInput.readAll(limit: SizeLimit.configuration) }
        let snapshot = try session.files.input(name, limit: SizeLimit.configuration)
        guard snapshot.exists else {
            throw CommandError(
                .io, "there is no file \(name)", path: name, hint: session.hint(forMissing: name))
        }
        return snapshot.bytes
    }
}
