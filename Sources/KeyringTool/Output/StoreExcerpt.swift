import CommandLineKit
import CondaCredentials
import SecureFileStore

/// Lines of files that hold tokens, or may: their structure is shown, and nothing that may be a secret.
enum StoreExcerpt {
    /// Nil where the file cannot be read.
    static func source(_ path: String, _ files: FileStore) -> ExcerptSource? {
        guard let file = try? files.snapshot(path, limit: SizeLimit.keyring), file.exists else { return nil }
        return ExcerptSource(file.bytes, hidden: HarmlessWord.hidden(in: file.bytes))
    }
}

extension Excerpt {
    /// The line of a place, with carets under the word that begins there; nil where there is no such line.
    init?(of source: ExcerptSource, line: Int, column: Int?) {
        let column = column ?? 1
        self.init(
            of: source,
            marks: [.init(line: line, column: column, endColumn: source.endColumn(line: line, column: column))])
    }
}

extension CommandError {
    /// The same with its line, of a file that holds tokens or says where they are.
    var showingStore: CommandError {
        guard excerpt == nil, let path, let line, let source = StoreExcerpt.source(path, FileStore()) else {
            return self
        }
        var shown = self
        shown.excerpt = Excerpt(of: source, line: line, column: column)
        return shown
    }

    /// Told as a warning.
    init(_ problem: SettingProblem) {
        self.init(
            problem.code == .unreadable ? .io : .invalid, problem.message, path: problem.path, line: problem.line,
            column: problem.column, hint: problem.hint)
    }
}
