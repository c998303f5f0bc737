import Testing

@testable import CondaCredentials

/// The rules by which Python's keyring keeps entries in the Credential Manager, on credentials in memory.
@Suite struct CredentialManagerKeyringTests {
    private final class MemoryVault: CredentialVault, @unchecked Sendable {
        var credentials: [CredentialManagerKeyring.Credential] = []

        func all() -> [CredentialManagerKeyring.Credential] { credentials }
        func read(_ target: String) -> CredentialManagerKeyring.Credential? {
            credentials.first { $0.target == target }
        }
        func write(_ credential: CredentialManagerKeyring.Credential) {
            remove(credential.target)
            credentials.append(credential)
        }
        func remove(_ target: String) { credentials.removeAll { $0.target == target } }

        func put(_ target: String, _ user: String, _ blob: [UInt8]) {
            write(CredentialManagerKeyring.Credential(target: target, user: user, blob: Secret(bytes: blob)))
        }
        var targets: [String: String] {
            Dictionary(uniqueKeysWithValues: credentials.map { ($0.target, $0.user) })
        }
    }

    private let vault = MemoryVault()
    private var keyring: CredentialManagerKeyring { CredentialManagerKeyring(vault: vault) }

    private func payload(_ domain: String) throws -> String? {
        try keyring.payload(of: domain)?.withRevealed { $0 }
    }

    @Test func `the domain stored last has the plain target, the one before moves aside`() throws {
        try keyring.store(Secret("Zmlyc3Q="), for: "anaconda.com")
        try keyring.store(Secret("c2Vjb25k"), for: "onprem.example")
        #expect(
            vault.targets == [
                "Anaconda Cloud": "onprem.example", "anaconda.com@Anaconda Cloud": "anaconda.com",
            ])
        #expect(try payload("anaconda.com") == "Zmlyc3Q=")
        #expect(try payload("onprem.example") == "c2Vjb25k")
        #expect(try keyring.domains().sorted() == ["anaconda.com", "onprem.example"])
        try keyring.store(Secret("bmV3"), for: "onprem.example")
        #expect(vault.credentials.count == 2)
        try keyring.remove("anaconda.com")
        #expect(try keyring.domains() == ["onprem.example"])
        #expect(try payload("anaconda.com") == nil)
    }

    @Test func `a payload is UTF-16, and UTF-8 is read, too`() throws {
        try keyring.store(Secret("YWI="), for: "anaconda.com")
        #expect(
            vault.credentials[0].blob.withRevealedBytes { Array($0) } == [0x59, 0, 0x57, 0, 0x49, 0, 0x3D, 0])
        vault.put("Anaconda Cloud", "anaconda.com", Array("YWI=".utf8))
        #expect(try payload("anaconda.com") == "YWI=")
    }

    @Test func `credentials of others are left alone`() throws {
        vault.put("git:https://example.com", "kim", [1])
        vault.put("x@Anaconda Cloud", "y", [1])
        #expect(try keyring.domains().isEmpty)
        try keyring.remove("kim")
        #expect(vault.credentials.count == 2)
    }

    @Test func `elsewhere than on Windows there is none, and it is said`() {
        #expect(throws: CredentialError.self) { try CredentialManagerKeyring(vault: nil).domains() }
    }

}
