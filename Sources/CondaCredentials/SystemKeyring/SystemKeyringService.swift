import HostPlatform
import SecureFileStore

/// The operating system's keyring in four verbs: the entries of anaconda-auth's service, as Python's `keyring` keeps them.
///
/// Source: `keyring.backends`
package protocol SystemKeyringService: Sendable {
    /// What it is called, for messages.
    var title: String { get }

    /// Most bytes of a payload that it takes.
    var payloadLimit: Int { get }

    /// The domains that have an entry; one may stand twice.
    ///
    /// - Throws: `.locked`, or `.io` where there is no service, no bus, no program, or no answer in time.
    func domains() throws(CredentialError) -> [String]

    /// The payload of a domain, base64; nil where there is none.
    func payload(of domain: String) throws(CredentialError) -> Secret?

    /// Adds an entry, or replaces the one that is there.
    func store(_ payload: Secret, for domain: String) throws(CredentialError)

    /// Removes an entry; one that is not there is no error.
    func remove(_ domain: String) throws(CredentialError)
}

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
        guard let path else {
            throw CredentialError(.io, "the program \(name) is not installed", hint: hint)
        }
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

extension StoreSite {
    /// The path of a program that can be started; nil where it is not installed.
    func program(_ name: String) -> String? {
        host.programsOnPath(named: name).lazy.compactMap { files.executable(at: $0) }.first
    }

    func serviceProgram(_ name: String, hint: String) -> ServiceProgram {
        let environment = host.environment
        return ServiceProgram(
            name: name, path: program(name), hint: hint,
            environment: Dictionary(uniqueKeysWithValues: environment.names.map { ($0, environment[$0] ?? "") }),
            runner: programs, deadline: ServiceProgram.unlocking)
    }
}
