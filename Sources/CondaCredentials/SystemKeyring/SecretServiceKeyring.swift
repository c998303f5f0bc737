import CondaURL
import SecureFileStore

/// The Secret Service of a Linux desktop (GNOME's keyring, KWallet, KeePassXC), through libsecret's `secret-tool`.
///
/// Items are those of Python's `keyring`: the label, and the attributes service, username, application and schema. So each side finds and replaces what the other wrote.
/// - Source: `keyring.backends.SecretService`
struct SecretServiceKeyring: SystemKeyringService {
    let title = "Secret Service"
    /// `secret-tool` cuts its input there, and says nothing.
    let payloadLimit = 8192
    let program: ServiceProgram

    func domains() throws(CredentialError) -> [String] {
        // Unlike a lookup, a search asks nobody to unlock anything.
        let answer = try program.run(["search", "--all", "service", KeyringFile.service])
        let messages = lines(of: answer.errors)
        try requireService(answer, messages)
        if messages.contains(where: { $0.contains("locked object") }) { throw SecretServiceKeyring.locked }
        let mark = "attribute.username = "
        return (messages + lines(of: answer.output)).filter { $0.hasPrefix(mark) }.map {
            String(decoding: $0.utf8.dropFirst(mark.utf8.count), as: UTF8.self)
        }
    }

    func payload(of domain: String) throws(CredentialError) -> Secret? {
        let answer = try program.run(["lookup", "service", KeyringFile.service, "username", domain])
        try requireService(answer, lines(of: answer.errors))
        return answer.status == 0 ? Secret(bytes: answer.output) : nil
    }

    func store(_ payload: Secret, for domain: String) throws(CredentialError) {
        let answer = try program.run(
            [
                "store", "--label=Password for '\(domain)' on '\(KeyringFile.service)'", "service", KeyringFile.service,
                "username", domain, "application", "Python keyring library", "xdg:schema",
                "org.freedesktop.Secret.Generic",
            ], input: payload.withRevealedBytes { Array($0) })
        try requireDone(answer, "stored")
    }

    func remove(_ domain: String) throws(CredentialError) {
        let answer = try program.run(["clear", "service", KeyringFile.service, "username", domain])
        // Absent and locked are told alike: what is still there tells them apart.
        guard answer.status != 0, try payload(of: domain) != nil else { return }
        try requireDone(answer, "removed")
    }

    private func requireDone(_ answer: ProgramRunner.Answer, _ what: String) throws(CredentialError) {
        guard answer.status != 0 else { return }
        let messages = lines(of: answer.errors)
        try requireService(answer, messages)
        if messages.allSatisfy({ $0.isEmpty || $0.contains("locked") || $0.contains("prompt") }) {
            throw SecretServiceKeyring.locked
        }
        if messages.contains(where: { $0.contains("Object does not exist at path") }) {
            throw CredentialError(
                .locked, "the operating system's keyring has not been unlocked in this session",
                hint: "begin it with 'gnome-keyring-daemon --unlock', as a login at a desktop does; "
                    + "--store keyring needs none")
        }
        throw CredentialError(
            .io, "the entry could not be \(what): \(messages.first ?? "secret-tool ended with \(answer.status)")")
    }

    /// Tells no bus and no service from an item that is not there.
    private func requireService(_ answer: ProgramRunner.Answer, _ messages: [String]) throws(CredentialError) {
        guard answer.status != 0 else { return }
        for message in messages {
            if message.contains("D-Bus") || message.contains("connect") {
                throw CredentialError(
                    .io, "there is no session bus, so no keyring of the operating system can be reached",
                    hint:
                        "run this in a desktop session, or under 'dbus-run-session' with 'gnome-keyring-daemon --unlock' as its first command; "
                        + "--store keyring needs none")
            }
            if message.contains("not provided by any .service") || message.contains("ServiceUnknown") {
                throw CredentialError(
                    .io, "no program offers a keyring of the operating system on this session's bus",
                    hint: "install and start one, such as gnome-keyring; --store keyring needs none")
            }
            if message.contains("locked") { throw SecretServiceKeyring.locked }
        }
    }

    private static let locked = CredentialError(
        .locked, "the operating system's keyring is locked", hint: "unlock it, and run this again")

    private func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension SecretServiceKeyring {
    init(at site: StoreSite) {
        program = site.serviceProgram(
            "secret-tool", hint: "install libsecret-tools (Debian, Ubuntu) or libsecret; --store keyring needs none")
    }
}
