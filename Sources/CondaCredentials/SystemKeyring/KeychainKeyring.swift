import HostPlatform
import LosslessJSON
import SecureFileStore

/// The keychain of macOS, through `security`: generic passwords with the service and, as account, the domain.
///
/// Written after its manual and Python's `keyring.backends.macOS`; not run on macOS.
struct KeychainKeyring: SystemKeyringService {
    let title = "Keychain"
    /// One command of `security -i` is one line of at most this many bytes, of which the rest of the command takes some.
    let payloadLimit = 3000
    let program: ServiceProgram
    /// `KEYCHAIN_PATH`; the default keychain otherwise.
    let keychain: String?

    /// What `security` ends with where there is no such item (errSecItemNotFound, as an exit status).
    private static let notFound = 44
    /// Where nobody may be asked to unlock it (errSecInteractionNotAllowed).
    private static let notAllowed = 36

    func domains() throws(CredentialError) -> [String] {
        let answer = try program.run(["dump-keychain"] + place)
        try requireDone(answer, "read")
        return KeychainKeyring.domains(in: String(decoding: answer.output, as: UTF8.self))
    }

    /// The accounts of our service in a dump, which shows attributes and no secrets.
    static func domains(in dump: String) -> [String] {
        var domains: [String] = []
        var account: String?
        var isOurs = false
        func end() {
            if isOurs, let account { domains.append(account) }
        }
        for line in dump.split(separator: "\n") {
            if line.hasPrefix("keychain: ") {
                end()
                (account, isOurs) = (nil, false)
            }
            if let value = value(of: "acct", in: line) { account = value }
            if let value = value(of: "svce", in: line) { isOurs = value.isSameText(as: KeyringFile.service) }
        }
        end()
        return domains
    }

    /// `"acct"<blob>="anaconda.com"`
    private static func value(of attribute: String, in line: Substring) -> String? {
        let mark = "\"\(attribute)\"<blob>=\""
        guard let start = line.utf8.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let text = line[start...]
        guard text.hasPrefix(mark), text.hasSuffix("\""), text.utf8.count > mark.utf8.count else { return nil }
        return String(text.dropFirst(mark.count).dropLast())
    }

    func payload(of domain: String) throws(CredentialError) -> Secret? {
        let answer = try program.run(["find-generic-password", "-s", KeyringFile.service, "-a", domain, "-w"] + place)
        if answer.status == KeychainKeyring.notFound { return nil }
        try requireDone(answer, "read")
        var bytes = answer.output
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return Secret(bytes: bytes)
    }

    func store(_ payload: Secret, for domain: String) throws(CredentialError) {
        // Commands from standard input: an argument would show the secret to every user of the machine.
        let names = [KeyringFile.service, domain]
        guard names.allSatisfy({ !$0.utf8.contains(UInt8(ascii: "\"")) && !$0.utf8.contains(UInt8(ascii: "\\")) })
        else { throw CredentialError(.invalid, "the keychain cannot take a domain of that name") }
        let start = "add-generic-password -U -s \"\(names[0])\" -a \"\(names[1])\" -w \""
        let end = "\"" + (keychain.map { " \"\($0)\"" } ?? "") + "\n"
        let answer = try program.run(
            ["-i"], input: payload.withRevealedBytes { Array(start.utf8) + Array($0) + Array(end.utf8) })
        try requireDone(answer, "stored")
    }

    func remove(_ domain: String) throws(CredentialError) {
        let answer = try program.run(["delete-generic-password", "-s", KeyringFile.service, "-a", domain] + place)
        if answer.status != KeychainKeyring.notFound { try requireDone(answer, "removed") }
    }

    private var place: [String] { keychain.map { [$0] } ?? [] }

    private func requireDone(_ answer: ProgramRunner.Answer, _ what: String) throws(CredentialError) {
        guard answer.status != 0 else { return }
        if answer.status == KeychainKeyring.notAllowed {
            throw CredentialError(.locked, "the keychain is locked", hint: "security unlock-keychain")
        }
        throw CredentialError(.io, "the entry could not be \(what): security ended with \(answer.status)")
    }
}

extension KeychainKeyring {
    init(at site: StoreSite) {
        program = site.serviceProgram("security", hint: "it comes with macOS: look at PATH")
        keychain = site.host.environment.nonEmpty("KEYCHAIN_PATH")
    }
}
