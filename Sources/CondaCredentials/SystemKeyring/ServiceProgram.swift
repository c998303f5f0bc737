import SecureFileStore

/// A program that the service is reached through.
struct ServiceProgram: Sendable {
    let name: String
    /// Nil where it is not installed.
    let path: String?
    let hint: String
    let environment: [String: String]
    let runner: ProgramRunner
    /// Milliseconds.
    let deadline: Int

    /// Milliseconds that a person has to unlock a keyring.
    static let unlocking = 30_000

    func run(_ arguments: [String], input: [UInt8] = []) throws(CredentialError) -> ProgramRunner.Answer {
        guard let path else { throw CredentialError(.io, "the program \(name) is not installed", hint: hint) }
        do {
            return try runner.run(
                ProgramRunner.Call(path, arguments, input: input), environment: environment, deadline: deadline)
        } catch {
            switch error {
            case .notStarted(let reason): throw CredentialError(.io, "\(name) cannot be started: \(reason)")
            case .timedOut:
                throw CredentialError(
                    .locked, "the operating system's keyring did not answer within \(deadline / 1000) seconds",
                    hint: "it may be waiting for its password: unlock it, and run this again")
            case .tooMuch: throw CredentialError(.io, "\(name) gives more than can be read")
            }
        }
    }
}
