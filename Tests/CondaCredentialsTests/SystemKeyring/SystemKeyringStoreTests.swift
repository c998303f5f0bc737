import SecureFileStore
import TestSupport
import Testing

@testable import CondaCredentials

/// The programs that reach the system's keyring, with answers made up after what the real ones say.
@Suite struct SystemKeyringStoreTests {
    static func program(
        _ answer: @escaping @Sendable (ProgramRunner.Call) throws(ProgramRunner.Failure) -> ProgramRunner.Answer
    ) -> ServiceProgram {
        ServiceProgram(
            name: "made-up", path: "/made-up", hint: "install it", environment: [:],
            runner: ProgramRunner { (call, _, _) throws(ProgramRunner.Failure) in try answer(call) }, deadline: 5000)
    }

    static func answer(_ status: Int, _ output: String = "", errors: String = "") -> ProgramRunner.Answer {
        ProgramRunner.Answer(status: status, output: Array(output.utf8), errors: Array(errors.utf8))
    }

    @Test func `a program that does not answer in time is an end, not a wait`() {
        let service = SecretServiceKeyring(
            program: Self.program { (_) throws(ProgramRunner.Failure) in throw ProgramRunner.Failure.timedOut })
        let error = #expect(throws: CredentialError.self) { try service.domains() }
        #expect(error?.code == .locked)
        #expect(error?.message.contains("within 5 seconds") == true)
    }

    @Test func `a secret is in no argument`() throws {
        let token = Secret("made-up-token-0123456789")
        let services: [any SystemKeyringService] = [
            SecretServiceKeyring(program: Self.program(Self.withoutSecret)),
            KeychainKeyring(program: Self.program(Self.withoutSecret), keychain: nil),
        ]
        for service in services { try service.store(token, for: "a.example") }
    }

    private static func withoutSecret(_ call: ProgramRunner.Call) -> ProgramRunner.Answer {
        #expect(!call.arguments.contains { $0.contains("made-up-token") })
        #expect(String(decoding: call.input, as: UTF8.self).contains("made-up-token-0123456789"))
        return answer(0)
    }

    @Test func `what does not read back is an error`() throws {
        let store = SystemKeyringStore(
            SecretServiceKeyring(
                program: Self.program { call in
                    Self.answer(call.arguments.first == "lookup" ? 1 : 0)
                }))
        let error = #expect(throws: CredentialError.self) { try store.set(Secret("made-up"), at: .org("a")) }
        #expect(error?.code == .io)
        #expect(error?.message.contains("did not read back") == true)
    }
}
