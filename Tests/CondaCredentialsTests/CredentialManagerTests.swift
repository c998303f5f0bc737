import Testing

@testable import CondaCredentials

/// The rules by which Python's keyring keeps entries in the Credential Manager, on credentials in memory.
@Suite struct CredentialManagerTests {
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

    /// As wincred.h has it for 64 bits.
    @Test func `a record lies in memory as Windows has it`() {
        #expect(MemoryLayout<WindowsVault.Record>.offset(of: \.blobSize) == 32)
        #expect(MemoryLayout<WindowsVault.Record>.offset(of: \.blob) == 40)
        #expect(MemoryLayout<WindowsVault.Record>.offset(of: \.attributes) == 56)
        #expect(MemoryLayout<WindowsVault.Record>.offset(of: \.userName) == 72)
        #expect(MemoryLayout<WindowsVault.Record>.size == 80)
    }

    @Test func `what the functions take and give is put together from records`() throws {
        let vault = WindowsVault(
            WindowsVault.Functions(
                read: { target, type, _, out in
                    guard let target, type == 1, String(decodingCString: target, as: UTF16.self) == "t" else {
                        return 0
                    }
                    out?.pointee = MemoryRecord.make()
                    return 1
                },
                write: { record, _ in
                    guard let record = record?.assumingMemoryBound(to: WindowsVault.Record.self).pointee,
                        let target = record.targetName, record.blobSize == 2, record.blob?[1] == 8
                    else { return 0 }
                    return String(decodingCString: target, as: UTF16.self) == "t" ? 1 : 0
                },
                delete: { _, _, _ in 0 }, enumerate: { _, _, _, _ in 0 }, free: { MemoryRecord.free($0) },
                lastError: { 1168 }))
        let found = try #require(try vault.read("t"))
        #expect(found.user == "u" && found.blob.withRevealedBytes { Array($0) } == [9])
        #expect(try vault.read("absent") == nil)
        #expect(try vault.all().isEmpty)
        try vault.remove("absent")
        try vault.write(.init(target: "t", user: "u", blob: Secret(bytes: [7, 8])))
        #expect(throws: CredentialError.self) {
            try vault.write(.init(target: "x", user: "u", blob: Secret(bytes: [7])))
        }
    }
}

/// One record in memory as `CredReadW` gives it.
private enum MemoryRecord {
    static func make() -> UnsafeMutableRawPointer {
        let names = UnsafeMutablePointer<UInt16>.allocate(capacity: 4)
        names.initialize(repeating: 0, count: 4)
        (names[0], names[2]) = (0x74, 0x75)
        let blob = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        blob.initialize(to: 9)
        let record = UnsafeMutablePointer<WindowsVault.Record>.allocate(capacity: 1)
        record.initialize(to: WindowsVault.Record())
        record.pointee.targetName = names
        record.pointee.userName = names + 2
        record.pointee.blob = blob
        record.pointee.blobSize = 1
        return UnsafeMutableRawPointer(record)
    }

    static func free(_ pointer: UnsafeMutableRawPointer?) {
        guard let record = pointer?.assumingMemoryBound(to: WindowsVault.Record.self) else { return }
        record.pointee.targetName?.deallocate()
        record.pointee.blob?.deallocate()
        record.deallocate()
    }
}
