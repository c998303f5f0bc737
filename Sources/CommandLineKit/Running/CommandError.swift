import CondaURL
package import LosslessJSON

/// Why a command could not do its work.
package struct CommandError: Error, Sendable {
    /// The words of `error.code` in JSON.
    package enum Code: String, Sendable, CaseIterable {
        case usage
        case syntax
        case invalid
        case notFound = "not-found"
        case conflict
        case io
        case permission
        case locked
        case refused
    }

    package var code: Code
    /// Lower case, without a full stop; never holds a secret.
    package var message: String
    package var path: String?
    /// From 1.
    package var line: Int?
    /// From 1, in code points.
    package var column: Int?
    /// Where what is wrong ends, the column exclusive; nil where only the beginning is known.
    package var end: (line: Int, column: Int)?
    /// Other places that the error is about, such as the first of two keys.
    package var related: [Excerpt.Mark] = []
    /// What to do about it.
    package var hint: String?
    /// What else is wrong with the same input.
    package var others: [CommandError] = []
    /// The lines that the error is about, for people.
    package var excerpt: Excerpt?

    package init(
        _ code: Code, _ message: String, path: String? = nil, line: Int? = nil, column: Int? = nil, hint: String? = nil
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
    }

    package var status: ExitStatus {
        switch code {
        case .usage: .usage
        case .syntax, .invalid, .notFound, .conflict, .refused: .badData
        case .io, .permission, .locked: .system
        }
    }

    /// The `error` member of a JSON result, without secrets.
    package var json: JSONValue {
        [
            "code": .string(code.rawValue), "message": .string(Redactor.redact(message)),
            "path": path.map { .string(Redactor.redact(path: $0)) }, "line": line?.json, "column": column?.json,
            "endLine": end?.line.json, "endColumn": end?.column.json,
            "hint": hint.map { .string(Redactor.redact($0)) },
        ]
    }

    /// The same error with the lines of a text that it is about.
    package func showing(_ source: ExcerptSource) -> CommandError {
        guard let line else { return self }
        var shown = self
        let own = Excerpt.Mark(line: line, column: column ?? 1, endLine: end?.line, endColumn: end?.column)
        shown.excerpt = Excerpt(of: source, marks: [own] + related)
        return shown
    }

    /// The error as it is laid out for people.
    package func message(as severity: Message.Severity = .error) -> Message {
        Message(severity, text, excerpt: excerpt, hint: hint)
    }

    /// The message with the place in front of it, where the message does not name the place itself.
    package var text: String {
        guard let path else { return message }
        let namesPath = names(path)
        guard let line else { return namesPath ? message : "\(path): \(message)" }
        let place = column.map { "\(line):\($0)" } ?? "\(line)"
        return namesPath
            ? "\(message) (line \(line)\(column.map { ", column \($0)" } ?? ""))" : "\(path):\(place): \(message)"
    }

    /// Whether the path stands in the message as words of its own.
    private func names(_ path: String) -> Bool {
        let (text, path) = (Array(message.utf8), Array(path.utf8))
        func isOfWord(_ place: Int) -> Bool {
            text.indices.contains(place) && (text[place].isLetterOrDigit || text[place] >= 0x80)
        }
        var from = 0
        while !path.isEmpty, let start = text.firstIndex(of: path, from: from) {
            if !isOfWord(start - 1), !isOfWord(start + path.count) { return true }
            from = start + 1
        }
        return false
    }
}
