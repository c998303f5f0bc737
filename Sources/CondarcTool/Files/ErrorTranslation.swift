import CommandLineKit
import Condarc
import LosslessYAML
import SecureFileStore

/// Errors of the modules below as the program reports them.
enum ErrorTranslation {
    /// - Parameter path: the file that was worked on, where the error itself does not know it.
    static func commandError(_ error: any Error, path: String? = nil) -> CommandError? {
        switch error {
        case let error as CommandError: error
        case let error as YAMLError: ofYAML(error, path: path)
        case let error as CondarcError: ofCondarc(error, path: path)
        case let error as CondarcProblems: error.all.first.map { ofCondarc($0, path: path) }
        case let error as FileError: ofFile(error)
        default: nil
        }
    }

    private static func ofYAML(_ error: YAMLError, path: String?) -> CommandError {
        let code: CommandError.Code =
            switch error.code {
            case .syntax: .syntax
            case .unsupported, .refused, .internal: .refused
            case .notFound: .notFound
            }
        return CommandError(
            code, error.message, path: path, line: error.location?.line, column: error.location?.column,
            hint: error.hint)
    }

    private static func ofCondarc(_ error: CondarcError, path: String?) -> CommandError {
        let code: CommandError.Code =
            switch error.code {
            case .badValue, .badType, .unknownParameter, .channelNotAllowed: .invalid
            case .aliasConflict, .contradiction: .conflict
            case .unreadable: .io
            case .syntax: .syntax
            }
        var hint = error.hint
        if error.code == .unknownParameter, let key = error.key {
            let known = ParameterTable.all.flatMap { [$0.name] + $0.aliases }
            hint = hint ?? NearestName.suggestion(for: key, among: known) ?? "see 'condarc-tool describe'"
        }
        // A value that the command line gave has no place in the file.
        return CommandError(
            code, error.message, path: error.path ?? (error.line == nil ? nil : path), line: error.line,
            column: error.column, hint: hint)
    }

    private static func ofFile(_ error: FileError) -> CommandError {
        let code: CommandError.Code =
            switch error.code {
            case .permission: .permission
            case .locked, .changed: .locked
            case .tooLarge: .refused
            case .notFound, .io, .notARegularFile, .loop, .invalidPath: .io
            }
        return CommandError(code, error.message, path: error.path, hint: error.hint)
    }
}
