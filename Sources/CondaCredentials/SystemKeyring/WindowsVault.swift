/// The vault behind the Win32 credential functions.
///
/// The functions are handed in, so that all but finding them is compiled on every platform.
/// - Source: wincred.h, `CredReadW`, `CredWriteW`, `CredDeleteW`, `CredEnumerateW`, `CredFree`
struct WindowsVault: CredentialVault {
    /// `CREDENTIALW`
    struct Record {
        var flags: UInt32 = 0
        var type: UInt32 = WindowsVault.generic
        var targetName: UnsafeMutablePointer<UInt16>?
        var comment: UnsafeMutablePointer<UInt16>?
        var lastWritten: (UInt32, UInt32) = (0, 0)
        var blobSize: UInt32 = 0
        var blob: UnsafeMutablePointer<UInt8>?
        /// Of this user on this machine, also after logging out: `CRED_PERSIST_ENTERPRISE`, as Python's keyring has it.
        var persist: UInt32 = 3
        var attributeCount: UInt32 = 0
        var attributes: UnsafeMutableRawPointer?
        var targetAlias: UnsafeMutablePointer<UInt16>?
        var userName: UnsafeMutablePointer<UInt16>?
    }

    /// The functions of advapi32.dll; each gives 0 where it failed.
    struct Functions: Sendable {
        typealias Found = UnsafeMutablePointer<UnsafeMutableRawPointer?>?
        typealias Read = @convention(c) (UnsafePointer<UInt16>?, UInt32, UInt32, Found) -> Int32
        typealias Write = @convention(c) (UnsafeMutableRawPointer?, UInt32) -> Int32
        typealias Delete = @convention(c) (UnsafePointer<UInt16>?, UInt32, UInt32) -> Int32
        typealias Enumerate =
            @convention(c) (UnsafePointer<UInt16>?, UInt32, UnsafeMutablePointer<UInt32>?, Found) -> Int32
        typealias Free = @convention(c) (UnsafeMutableRawPointer?) -> Void

        let read: Read
        let write: Write
        let delete: Delete
        let enumerate: Enumerate
        let free: Free
        /// `GetLastError`
        let lastError: @Sendable () -> UInt32
    }

    private let functions: Functions

    init(_ functions: Functions) { self.functions = functions }

    /// `CRED_TYPE_GENERIC`
    private static let generic: UInt32 = 1
    /// `ERROR_NOT_FOUND`
    private static let notFound: UInt32 = 1168

    /// Whether a function did it; false where there is no such credential.
    private func isDone(_ result: Int32, _ what: String) throws(CredentialError) -> Bool {
        if result != 0 { return true }
        let error = functions.lastError()
        if error == WindowsVault.notFound { return false }
        throw CredentialError(.io, "the Credential Manager could not \(what): error \(error)")
    }

    private static func wide(_ text: String) -> [UInt16] { Array(text.utf16) + [0] }

    func all() throws(CredentialError) -> [CredentialManagerKeyring.Credential] {
        var count: UInt32 = 0
        var list: UnsafeMutableRawPointer?
        guard try isDone(functions.enumerate(nil, 0, &count, &list), "be looked through"), let list else { return [] }
        defer { functions.free(list) }
        let records = list.assumingMemoryBound(to: UnsafeMutablePointer<Record>?.self)
        return (0..<Int(count)).compactMap { index in
            records[index].flatMap { $0.pointee.type == WindowsVault.generic ? credential($0.pointee) : nil }
        }
    }

    func read(_ target: String) throws(CredentialError) -> CredentialManagerKeyring.Credential? {
        var found: UnsafeMutableRawPointer?
        let result = functions.read(WindowsVault.wide(target), WindowsVault.generic, 0, &found)
        guard try isDone(result, "be read"), let found else { return nil }
        defer { functions.free(found) }
        return credential(found.assumingMemoryBound(to: Record.self).pointee)
    }

    func write(_ credential: CredentialManagerKeyring.Credential) throws(CredentialError) {
        var target = WindowsVault.wide(credential.target)
        var user = WindowsVault.wide(credential.user)
        var blob = credential.blob.withRevealedBytes { Array($0) }
        let result = target.withUnsafeMutableBufferPointer { target in
            user.withUnsafeMutableBufferPointer { user in
                blob.withUnsafeMutableBufferPointer { blob in
                    var record = Record()
                    record.targetName = target.baseAddress
                    record.userName = user.baseAddress
                    record.blobSize = UInt32(blob.count)
                    record.blob = blob.baseAddress
                    return functions.write(&record, 0)
                }
            }
        }
        guard try isDone(result, "store the entry") else {
            throw CredentialError(.io, "the Credential Manager could not store the entry")
        }
    }

    func remove(_ target: String) throws(CredentialError) {
        _ = try isDone(functions.delete(WindowsVault.wide(target), WindowsVault.generic, 0), "remove the entry")
    }

    private func credential(_ record: Record) -> CredentialManagerKeyring.Credential {
        func text(_ start: UnsafeMutablePointer<UInt16>?) -> String {
            start.map { String(decodingCString: $0, as: UTF16.self) } ?? ""
        }
        let blob = UnsafeBufferPointer(start: record.blob, count: record.blob == nil ? 0 : Int(record.blobSize))
        return CredentialManagerKeyring.Credential(
            target: text(record.targetName), user: text(record.userName), blob: Secret(bytes: Array(blob)))
    }
}
