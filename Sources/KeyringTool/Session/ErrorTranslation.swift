import CommandLineKit
import CondaCredentials
import Condarc
import LosslessYAML
import SecureFileStore

/// Errors of the modules below as the program reports them.
enum ErrorTranslation {
    /// - Parameter path: the file that was worked on, where the error itself does not know it.
    static func commandError(_ error: any Error, path: String? = nil) -> CommandError? {
        switch error {
        case let error as CommandError: error
        case let error as CredentialError: ofCredentials(error)
        case let error as FileError: ofCredentials(CredentialError(error))
        case let error as YAMLError: ofYAML(error, path: path)
        case let error as CondarcError: ofCondarc(error, path: path)
        default: nil
        }
    }

    static func ofCredentials(_ error: CredentialError) -> CommandError {
        CommandError(
            CommandError.Code(rawValue: error.code.rawValue) ?? .io, error.message,
            path: error.path.map { CondaTokenFile.shown(path: $0) }, line: error.line, column: error.column,
            hint: error.hint)
    }

    private static func ofYAML(_ error: YAMLError, path: String?) -> CommandError {
        CommandError(
            error.code == .syntax ? .syntax : .refused, error.message, path: path, line: error.location?.line,
            column: error.location?.column, hint: error.hint)
    }

    private static func ofCondarc(_ error: CondarcError, path: String?) -> CommandError {
        let code: CommandError.Code =
            switch error.code {
            case .syntax: .syntax
            case .unreadable: .io
            case .aliasConflict, .contradiction: .conflict
            default: .invalid
            }
        return CommandError(
            code, error.message, path: error.path ?? path, line: error.line, column: error.column, hint: error.hint)
    }
}
