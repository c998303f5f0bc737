import CommandLineKit
import CondaSession
import Condarc
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

    /// Whether a word is most likely the name of a configuration file.
    static func isNamedAsFile(_ word: String) -> Bool {
        [".yml", ".yaml", "condarc"].contains { word.hasSuffix($0) }
    }

    private static func bytes(of name: String, _ invocation: Invocation, _ session: Session) throws -> [UInt8] {
        if name == "-" { return try invocation.context.standardInput.readAll(limit: SizeLimit.configuration) }
        let snapshot = try session.files.input(name, limit: SizeLimit.configuration)
        guard snapshot.exists else {
            throw CommandError(
                .io, "there is no file \(name)", path: name,
                hint: hint(forNoName: name) ?? session.hint(forMissing: name))
        }
        return snapshot.bytes
    }

    /// What was given in place of a name.
    private static func hint(forNoName text: String) -> String? {
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }.map(String.init)
        guard parts.count == 2, let parameter = ParameterTable.parameter(forKey: parts[0]) else { return nil }
        if case .sequence = parameter.type { return "condarc-tool append \(parts[0]) ITEM" }
        return "condarc-tool set \(parts[0]) \(ItemArguments.shown(parts[1]))"
    }
}
