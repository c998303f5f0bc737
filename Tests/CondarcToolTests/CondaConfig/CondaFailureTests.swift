import CommandLineKit
import Condarc
import LosslessJSON
import LosslessYAML
import Testing

@testable import CondarcTool

@Suite struct CondaFailureTests {
    @Test(
        arguments: [
            (.badValue, "CustomValidationError"), (.badType, "InvalidTypeError"), (.unknownParameter, "CondaKeyError"),
            (.aliasConflict, "MultipleKeysError"), (.contradiction, "ValidationError"),
            (.channelNotAllowed, "ChannelNotAllowed"), (.unreadable, "ConfigurationLoadError"),
            (.syntax, "ConfigurationLoadError"),
        ] as [(CondarcError.Code, String)])
    func `an error has the name of conda's own`(code: CondarcError.Code, exception: String) {
        let failure = CondaFailure(CondarcError(code, "no", key: "chanels"))
        #expect(failure.json["exception_name"] == .string(exception) && failure.json["caused_by"] == "None")
        #expect(failure.json["error"] == .string("\(exception): no"))
        #expect(failure.status == .negative)
    }

    @Test func `several reasons are one error with all of their lines`() {
        let failure = CondaFailure([CondarcError(.badValue, "one"), CondarcError(.badType, "two")])
        #expect(failure.json["exception_name"] == "MultiValidationError" && failure.json["message"] == "one\ntwo")
    }

    @Test func `a failure is not wrapped in another, and no secret is in it`() {
        let failure = CondaFailure(CondaFailure("X", "https://u:made-up@h", status: .usage))
        #expect(failure.status == .usage && failure.reasons.count == 1)
        #expect(!failure.json.text().contains("made-up"))
        #expect(CondaFailure(YAMLError(.syntax, "no")).json["exception_name"] == "YAMLError")
    }
}
