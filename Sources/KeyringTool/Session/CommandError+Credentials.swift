import CommandLineKit
import CondaCredentials
import CondaSession

extension CommandError {
    /// An error of the modules below as this program reports it; nil for an unknown one.
    ///
    /// - Parameter path: the file that was worked on, where the error itself does not know it.
    init?(of error: any Error, path: String? = nil) {
        switch error {
        case let error as CredentialError: self.init(error)
        default: self.init(translating: error, path: path)
        }
    }

    init(_ error: CredentialError) {
        self.init(
            Code(rawValue: error.code.rawValue) ?? .io, error.message,
            path: error.shownPath, line: error.line, column: error.column,
            hint: error.hint)
    }
}
