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
