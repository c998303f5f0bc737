import Foundation
import SecureFileStore
import Testing

/// Makes the system's calls, notes each, and lets the test fail one or do something just before it.
final class RecordingCalls: SystemCalls, @unchecked Sendable {
    /// What the test does to one call: gets its number, from 0, and its name.
    typealias Intervention = @Sendable (_ number: Int, _ call: String) throws(Errno) -> Void

    private let native = NativeSystemCalls()
    private let mutex = NSLock()
    private var calls: [String] = []
    private var clock: UInt64 = 0
    private var openNow: Set<FileDescriptor> = []
    private var closedTwice = 0
    /// How often a lease is asked for again.
    private var patience = 10_000
    private let user: UInt32?
    private let intervene: Intervention

    /// - Parameter user: as whom files are made and opened; only root can be somebody else.
    init(as user: UInt32? = nil, _ intervene: @escaping Intervention = { (_, _) throws(Errno) in }) {
        self.user = user
        self.intervene = intervene
    }

    /// The calls so far: the C function's name, and what matters of its arguments.
    var trace: [String] { mutex.withLock { calls } }

    /// How often what was not open was closed: by then the number may be another thread's file.
    var strayCloses: Int { mutex.withLock { closedTwice } }
    /// What has been opened and not closed.
    var stillOpen: Int { mutex.withLock { openNow.count } }

    private func noted(_ descriptor: FileDescriptor) -> FileDescriptor {
        mutex.withLock { _ = openNow.insert(descriptor) }
        return descriptor
    }

    private func note(_ call: String) throws(Errno) {
        let number = mutex.withLock {
            calls.append(call)
            return calls.count - 1
        }
        try intervene(number, call)
    }

    func open(_ name: String, in directory: FileDescriptor, _ access: FileAccess) throws(Errno) -> FileDescriptor {
        let isLock = name.hasSuffix("-lock")
        try note(access == .create ? "open create\(isLock ? " lock" : "") 0600" : "open \(access)")
        if let user, user != 0, access == .read, let status = try? native.status(at: name, in: directory),
            status.user != user, !status.mode.isOpenToOthers
        {
            throw .accessDenied
        }
        let descriptor = noted(try native.open(name, in: directory, access))
        if access == .create { #expect((try? native.status(of: descriptor))?.mode == .secretFile) }
        if let user, access == .create {
            let group = try native.status(of: descriptor).group
            try native.setOwner(descriptor, user: user, group: group)
        }
        return descriptor
    }

    func openWithoutLinks(_ path: String, _ access: FileAccess) throws(Errno) -> FileDescriptor {
        try note("openat2 \(access)")
        return noted(try native.openWithoutLinks(path, access))
    }

    func close(_ descriptor: FileDescriptor) throws(Errno) {
        // Closed in any case: a failed `close` closes as well, and so does the end of a process.
        mutex.withLock { if openNow.remove(descriptor) == nil { closedTwice += 1 } }
        defer { try? native.close(descriptor) }
        try note("close")
    }

    func read(_ descriptor: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
        try note("read")
        return try native.read(descriptor, into: buffer)
    }

    func seek(_ descriptor: FileDescriptor, to offset: Int) throws(Errno) {
        try note("lseek")
        try native.seek(descriptor, to: offset)
    }

    func empty(_ descriptor: FileDescriptor) throws(Errno) {
        try note("ftruncate")
        try native.empty(descriptor)
    }

    /// Writes at most four bytes at a time, so that everything takes several calls.
    func write(_ descriptor: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
        try note("write")
        return try native.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(4)))
    }

    func waitUntilReadable(_ descriptor: FileDescriptor, milliseconds: Int) throws(Errno) -> Bool {
        try note("poll")
        return try native.waitUntilReadable(descriptor, milliseconds: milliseconds)
    }

    func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus {
        try note("fstat")
        return try native.status(of: descriptor)
    }

    func status(at name: String, in directory: FileDescriptor) throws(Errno) -> FileStatus {
        try note("lstat")
        return try native.status(at: name, in: directory)
    }

    func linkDestination(_ name: String, in directory: FileDescriptor) throws(Errno) -> String {
        try note("readlink")
        return try native.linkDestination(name, in: directory)
    }

    func checkAccess(
        _ name: String, in directory: FileDescriptor, _ permission: AccessPermission
    ) throws(Errno) {
        try note("faccessat \(permission)")
        try native.checkAccess(name, in: directory, permission)
    }

    func setMode(_ descriptor: FileDescriptor, _ mode: FileMode) throws(Errno) {
        try note("fchmod \(mode.octal)")
        try native.setMode(descriptor, mode)
    }

    func setMode(at name: String, in directory: FileDescriptor, _ mode: FileMode) throws(Errno) {
        try note("chmod \(mode.octal)")
        try native.setMode(at: name, in: directory, mode)
    }

    func setOwner(_ descriptor: FileDescriptor, user: UInt32?, group: UInt32) throws(Errno) {
        try note("fchown")
        try native.setOwner(descriptor, user: user, group: group)
    }

    func attributeNames(_ descriptor: FileDescriptor) throws(Errno) -> [String] {
        try note("flistxattr")
        return try native.attributeNames(descriptor)
    }

    func attribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) -> [UInt8] {
        try note("fgetxattr \(name)")
        return try native.attribute(descriptor, name)
    }

    func setAttribute(_ descriptor: FileDescriptor, _ name: String, _ value: [UInt8]) throws(Errno) {
        try note("fsetxattr \(name)")
        try native.setAttribute(descriptor, name, value)
    }

    func removeAttribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) {
        try note("fremovexattr \(name)")
        try native.removeAttribute(descriptor, name)
    }

    func synchronize(_ descriptor: FileDescriptor) throws(Errno) {
        try note("fsync")
        try native.synchronize(descriptor)
    }

    func rename(
        _ old: String, to new: String, in directory: FileDescriptor, _ manner: RenameManner
    ) throws(Errno) {
        try note("rename \(manner)")
        try native.rename(old, to: new, in: directory, manner)
    }

    func unlink(_ name: String, in directory: FileDescriptor) throws(Errno) {
        try note("unlink")
        try native.unlink(name, in: directory)
    }

    func makeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno) {
        try note("mkdir 0700")
        try native.makeDirectory(name, in: directory)
        #expect((try? native.status(at: name, in: directory))?.mode == .secretDirectory)
    }

    func removeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno) {
        try note("rmdir")
        try native.removeDirectory(name, in: directory)
    }

    func names(in directory: FileDescriptor) throws(Errno) -> [String] {
        try note("readdir")
        return try native.names(in: directory)
    }

    func takeLease(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) {
        try note("lease \(kind)")
        while true {
            do { return try native.takeLease(descriptor, kind) } catch {
                // A process that another test starts has, until it runs its own program, a copy of what was written through a
                // moment ago. The clock here does not wait for that.
                let waits = mutex.withLock {
                    patience -= 1
                    return patience > 0
                }
                guard waits, error == .again || error == .wouldBlock else { throw error }
                sched_yield()
            }
        }
    }

    func isLeaseWanted(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) -> Bool {
        try note("lease wanted")
        return try native.isLeaseWanted(descriptor, kind)
    }

    func endLease(_ descriptor: FileDescriptor) throws(Errno) {
        // Ended in any case: else the next call of the test itself would wait for it.
        defer { try? native.endLease(descriptor) }
        try note("lease ended")
    }

    func lock(_ descriptor: FileDescriptor) throws(Errno) {
        try note("flock")
        try native.lock(descriptor)
    }

    func fileModeMask() -> FileMode { native.fileModeMask() }
    func holdSignals() -> HeldSignals { native.holdSignals() }
    func releaseSignals(_ held: HeldSignals) { native.releaseSignals(held) }
    func userID() -> UInt32 { user ?? native.userID() }
    func currentDirectory() throws(Errno) -> String { try native.currentDirectory() }
    func random() -> UInt64 { native.random() }

    /// The first second of 2030.
    func calendarSeconds() -> Int { 1_893_456_000 }

    /// A clock that only `sleep` moves.
    func now() -> UInt64 { mutex.withLock { clock } }
    func sleep(milliseconds: Int) { mutex.withLock { clock += UInt64(milliseconds) * 1_000_000 } }
}
