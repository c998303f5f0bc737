import CommandLineKit
import CondaCredentials
import SecureFileStore

/// Lines of files that hold tokens, or may: their structure is shown, and nothing that may be a secret.
enum StoreExcerpt {
    /// Nil where the file cannot be read, or has no such line.
    static func of(_ path: String, line: Int, column: Int?, files: FileStore) -> Excerpt? {
        guard let file = try? files.snapshot(path, limit: SizeLimit.keyring), file.exists else { return nil }
        let source = ExcerptSource(file.bytes, hidden: HarmlessWord.hidden(in: file.bytes))
        let end = source.endColumn(line: line, column: column ?? 1)
        return Excerpt(of: source, marks: [.init(line: line, column: column ?? 1, endColumn: end)])
    }
}

extension CommandError {
    /// The same with its line, of a file that holds tokens or says where they are.
    var showingStore: CommandError {
        guard excerpt == nil, let path, let line else { return self }
        var shown = self
        shown.excerpt = StoreExcerpt.of(path, line: line, column: column, files: FileStore())
        return shown
    }

    /// Told as a warning.
    init(_ problem: SettingProblem) {
        self.init(
            problem.code == .unreadable ? .io : .invalid, problem.message, path: problem.path, line: problem.line,
            column: problem.column, hint: problem.hint)
    }
}
