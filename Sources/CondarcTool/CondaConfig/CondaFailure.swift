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
        default: self.init([Reason(error, path: path)])
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
    init(_ error: any Error, path: String?) {
        let told = CommandError(translating: error, path: path)
        let exception = (error as? CondarcError).map { Self.exception(of: $0.code) }
        self.init(
            exception: exception ?? (error is YAMLError ? "YAMLError" : "CondaError"),
            message: told?.text ?? "unexpected error: \(error)", hint: told?.hint, cause: (error, path))
    }

    private static func exception(of code: CondarcError.Code) -> String {
        switch code {
        case .badValue: "CustomValidationError"
        case .badType, .badChange: "InvalidTypeError"
        case .unknownParameter: "CondaKeyError"
        case .aliasConflict: "MultipleKeysError"
        case .contradiction: "ValidationError"
        case .channelNotAllowed: "ChannelNotAllowed"
        case .unreadable, .syntax: "ConfigurationLoadError"
        }
    }
}
