import CommandLineKit
import SecureFileStore

/// A file that the user names to be read, and that must be there.
enum NamedInput {
    /// The content of the file, or of standard input for `-`.
    static func read(_ name: String, _ invocation: Invocation, _ session: ToolSession) throws -> [UInt8] {
        if name == "-" { return try invocation.context.standardInput.readAll(limit: TargetFile.limit) }
        let snapshot = try session.store.input(name, limit: TargetFile.limit)
        guard snapshot.exists else { throw CommandError(.io, "there is no file \(name)", path: name) }
        return snapshot.bytes
    }
}
