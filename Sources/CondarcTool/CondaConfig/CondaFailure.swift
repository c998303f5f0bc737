import CommandLineKit
import CondaSession
import Condarc
import LosslessJSON
import LosslessYAML

/// Why a call of `config` failed: several reasons at once, and the exit status that conda has for it.
struct CondaFailure: Error {
    /// What happened, in our words, with the name that conda's own exception has.
    struct Reason {
        let exception: String
        let message: String
        let hint: String?
        /// Of an error of the modules below, which names a line.
        var cause: (error: any Error, path: String?)?
    }

    let reasons: [Reason]
    let status: ExitStatus

    init(_ reasons: [Reason], status: ExitStatus = .negative) {
        self.reasons = reasons
        self.status = status
    }

    init(_ exception: String, _ message: String, hint: String? = nil, status: ExitStatus = .negative) {
        self.init([Reason(exception: exception, message: message, hint: hint)], status: status)
    }

    init(_ error: any Error, path: String? = nil) {
        switch error {
        case let failure as CondaFailure: self = failure
        case let problems as CondarcProblems: self.init(problems.all.map { Reason($0, path: path) })
        default:
            let translated = CommandError(translating: error, path: path)
            let condarc = error as? CondarcError
            self.init([
                Reason(
                    exception: condarc.map(Reason.exception) ?? (error is YAMLError ? "YAMLError" : "CondaError"),
                    message: translated?.text ?? "unexpected error: \(error)", hint: translated?.hint,
                    cause: (error, path))
            ])
        }
    }

    init(_ errors: [CondarcError]) { self.init(errors.map { Reason($0, path: nil) }) }

    /// conda's JSON for it, with what it needs to be one of ours too.
    ///
    /// Source: conda.exception_handler, and `CondaError.dump_map`.
    var json: JSONValue {
        let message = Redactor.redact(reasons.map(\.message).joined(separator: "\n"))
        let exception = reasons.count == 1 ? reasons[0].exception : "MultiValidationError"
        return [
            "caused_by": "None", "error": .string("\(exception): \(message)"), "exception_name": .string(exception),
            "message": .string(message),
        ]
    }
}

extension CondaFailure.Reason {
    init(_ error: CondarcError, path: String?) {
        let translated = CommandError(translating: error, path: path)
        self.init(
            exception: Self.exception(of: error), message: translated?.text ?? error.description,
            hint: translated?.hint ?? error.hint, cause: (error, path))
    }

    static func exception(of error: CondarcError) -> String {
        switch error.code {
        case .badValue: "CustomValidationError"
        case .badType: "InvalidTypeError"
        case .unknownParameter: "CondaKeyError"
        case .aliasConflict: "MultipleKeysError"
        case .contradiction: "ValidationError"
        case .channelNotAllowed: "ChannelNotAllowed"
        case .unreadable, .syntax: "ConfigurationLoadError"
        }
    }
}
