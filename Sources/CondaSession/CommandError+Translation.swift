package import CommandLineKit
package import Condarc
import LosslessYAML
import SecureFileStore

extension CommandError {
    /// An error of the modules below as a program reports it; nil for an unknown one.
    ///
    /// - Parameter path: the file that was worked on, where the error itself does not know it.
    /// - Parameter text: the content of that file, for the lines that the error is about.
    package init?(translating error: any Error, path: String? = nil, text: [UInt8]? = nil) {
        self.init(translating: error, path: path, in: text.map(ToldText.init))
    }

    /// Several errors that are about one file.
    package static func translating(_ errors: [CondarcError], path: String, text: [UInt8]) -> [CommandError] {
        let text = ToldText(text)
        return errors.compactMap { CommandError(translating: $0, path: path, in: text) }
    }

    private init?(translating error: any Error, path: String?, in text: ToldText?) {
        guard let plain = CommandError(plainly: error, path: path) else { return nil }
        self = plain
        if let text, let error = error as? CondarcError ?? (error as? CondarcProblems)?.all.first {
            if let place = error.range.flatMap({ text.source?.location(at: $0.upperBound) }) {
                end = (place.line, place.column)
            } else if let line, let column {
                end = (line, text.excerpts.endColumn(line: line, column: column))
            }
        }
        if let text, excerpt == nil, self.path == nil || self.path == path {
            self = showing(text.excerpts)
        }
        if let text, let problems = error as? CondarcProblems {
            others = problems.all.dropFirst().compactMap { CommandError(translating: $0, path: path, in: text) }
        }
    }

    private init?(plainly error: any Error, path: String?) {
        switch error {
        case let error as CommandError: self = error
        case let error as YAMLError: self.init(error, path: path)
        case let error as CondarcError: self.init(error, path: path)
        case let error as CondarcProblems:
            guard let first = error.all.first else { return nil }
            self.init(first, path: path)
        case let error as FileError: self.init(error)
        default: return nil
        }
    }

    private init(_ error: YAMLError, path: String?) {
        let code: Code =
            switch error.code {
            case .syntax: .syntax
            case .unsupported, .refused, .internal: .refused
            case .notFound: .notFound
            }
        self.init(
            code, error.message, path: path, line: error.location?.line, column: error.location?.column,
            hint: error.hint)
        end = error.end.map { ($0.line, $0.column) }
        related = error.related.map { [Excerpt.Mark($0)] } ?? []
    }

    /// Without the lines that it is about, which `Session.told` finds.
    ///
    /// - Parameter path: the file that was worked on, where the error itself does not know it.
    package init(_ error: CondarcError, path: String? = nil) {
        let code: Code =
            switch error.code {
            case .badValue, .badType, .badChange, .unknownParameter, .channelNotAllowed: .invalid
            case .aliasConflict, .contradiction: .conflict
            case .unreadable: .io
            case .syntax: .syntax
            }
        var hint = error.hint
        if error.code == .unknownParameter, let key = error.key {
            hint =
                hint ?? ParameterTable.hint(forUnknown: key)?.text
                ?? "see 'condarc-tool describe'"
        }
        // A value that the command line gave has no place in the file.
        self.init(
            code, error.description, path: error.path ?? (error.line == nil ? nil : path), line: error.line,
            column: error.column, hint: hint)
        related = error.related.map { [Excerpt.Mark($0)] } ?? []
    }

    private init(_ error: FileError) {
        self.init(Code(rawValue: error.code.told) ?? .io, error.message, path: error.path, hint: error.hint)
    }
}

/// What errors about a file tell of its text, found once for all of them.
private struct ToldText {
    let excerpts: ExcerptSource
    /// Nil for what is no text.
    let source: SourceText?

    init(_ text: [UInt8]) {
        excerpts = ExcerptSource(configuration: text)
        source = try? SourceText(text)
    }
}
