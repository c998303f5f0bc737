import LosslessJSON

/// The Credential Manager of Windows: generic credentials with the service as target, which is its word for an entry's name,
/// and the domain as user.
///
/// The target `Anaconda Cloud` holds the domain that was stored last; the one that stood there before moves to
/// `DOMAIN@Anaconda Cloud`. Written after the documentation of the Win32 credential functions; not run on Windows.
/// - Source: `keyring.backends.Windows`
struct CredentialManagerKeyring: SystemKeyringService {
    let title = "Credential Manager"
    /// A credential holds 2,560 bytes, of which UTF-16 takes two for a character.
    let payloadLimit = 1280
    /// Nil elsewhere than on Windows.
    let vault: (any CredentialVault)?

    private static func compound(_ domain: String) -> String { "\(domain)@\(KeyringFile.service)" }

    /// Where a domain's entry may stand, in the order of looking.
    private static func targets(of domain: String) -> [String] { [KeyringFile.service, compound(domain)] }

    private func openVault() throws(CredentialError) -> any CredentialVault {
        guard let vault else {
            throw CredentialError(
                .io, "the Credential Manager can be reached on Windows alone", hint: "--store keyring needs none")
        }
        return vault
    }

    func domains() throws(CredentialError) -> [String] {
        let vault = try openVault()
        return try vault.all().filter { credential in
            CredentialManagerKeyring.targets(of: credential.user).contains { credential.target.isSameText(as: $0) }
        }.map(\.user)
    }

    func payload(of domain: String) throws(CredentialError) -> Secret? {
        let vault = try openVault()
        for target in CredentialManagerKeyring.targets(of: domain) {
            if let found = try vault.read(target), found.user.isSameText(as: domain) {
                return CredentialManagerKeyring.text(of: found.blob)
            }
        }
        return nil
    }

    func store(_ payload: Secret, for domain: String) throws(CredentialError) {
        let vault = try openVault()
        if let present = try vault.read(KeyringFile.service), !present.user.isSameText(as: domain) {
            try vault.write(
                Credential(
                    target: CredentialManagerKeyring.compound(present.user), user: present.user, blob: present.blob))
        }
        let blob = payload.withRevealed { text in text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        try vault.write(Credential(target: KeyringFile.service, user: domain, blob: Secret(bytes: blob)))
    }

    func remove(_ domain: String) throws(CredentialError) {
        let vault = try openVault()
        for target in CredentialManagerKeyring.targets(of: domain) {
            if let found = try vault.read(target), found.user.isSameText(as: domain) { try vault.remove(target) }
        }
    }

    /// UTF-16 in little-endian order, or else UTF-8.
    private static func text(of blob: Secret) -> Secret {
        blob.withRevealedBytes { bytes in
            let bytes = Array(bytes)
            guard bytes.count.isMultiple(of: 2) else { return Secret(bytes: bytes) }
            let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
            guard let text = String(validating: units, as: UTF16.self), text.utf8.allSatisfy({ $0 < 0x80 }) else {
                return Secret(bytes: bytes)
            }
            return Secret(text)
        }
    }

    /// One generic credential.
    struct Credential: Sendable {
        let target: String
        let user: String
        let blob: Secret
    }
}

/// Generic credentials by their target.
protocol CredentialVault: Sendable {
    func all() throws(CredentialError) -> [CredentialManagerKeyring.Credential]
    /// Nil where there is none.
    func read(_ target: String) throws(CredentialError) -> CredentialManagerKeyring.Credential?
    func write(_ credential: CredentialManagerKeyring.Credential) throws(CredentialError)
    func remove(_ target: String) throws(CredentialError)
}
