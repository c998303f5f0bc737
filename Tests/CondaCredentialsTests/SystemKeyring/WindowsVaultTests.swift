import Testing

@testable import CondaCredentials

@Suite struct WindowsVaultTests {
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
