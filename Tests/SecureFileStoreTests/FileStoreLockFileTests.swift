import Foundation
import SecureFileStore
import TestSupport
import Testing

/// Locks between users. The process is root; its calls can be those of another user.
@Suite(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
struct FileStoreLockFileTests {
    let scratch: TemporaryDirectory
    private let owner: uid_t = 61_211
    private let stranger: uid_t = 61_212
    private let lock = ".f.condarc-toolkit-lock"

    init() throws {
        scratch = try TemporaryDirectory()
        try scratch.write("old", to: "f")
        for path in [scratch.path, scratch("f")] { #expect(chown(path, owner, owner) == 0) }
    }

    private func writeLock(of user: uid_t, mode: Int = 0o600) throws {
        try scratch.write("", to: lock, mode: mode)
        #expect(chown(scratch(lock), user, user) == 0)
    }

    private func status(_ name: String) -> (user: uid_t, group: gid_t, mode: mode_t)? {
        var status = stat()
        guard lstat(scratch(name), &status) == 0 else { return nil }
        return (status.st_uid, status.st_gid, status.st_mode & 0o7777)
    }

    private func flocked() -> Int32 {
        let descriptor = open(scratch(lock), O_RDONLY)
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor
    }

    /// Edits as one user, and meanwhile as others, who are to find the file locked.
    private func expectLocked(
        for others: [UInt32], while user: UInt32, before failing: String? = nil, _ mode: mode_t, group: gid_t? = nil
    ) throws {
        let (flushes, refused) = (Counter(), Counter())
        let calls = RecordingCalls(as: user) { (_, call) throws(Errno) in
            if call == failing { throw .invalid }
            guard call == "fsync", flushes.next() == 1 else { return }
            let made = status(lock)
            #expect(made?.user == (user == 0 ? owner : user) && made?.mode == mode)
            if let group { #expect(made?.group == group) }
            for other in others {
                let store = FileStore(calls: RecordingCalls(as: other), lockDeadline: 100)
                let error = #expect(throws: FileError.self) { try store.put("theirs", scratch("f")) }
                #expect(error?.code == .locked, "user \(other): \(String(describing: error))")
                _ = refused.next()
            }
        }
        #expect(try FileStore(calls: calls).put("new \(mode)", scratch("f")).changed)
        #expect(refused.next() == others.count + 1)
        #expect(scratch.names == ["f"] && scratch.text(of: "f") == "new \(mode)")
    }

    @Test(arguments: [nil, "rename exclusively"])
    func `root's lock in a user's directory is that user's, who waits for it`(_ failing: String?) throws {
        try expectLocked(for: [owner], while: 0, before: failing, 0o600)
    }

    @Test func `root waits for the lock of the directory's owner, but not for ever`() throws {
        try writeLock(of: owner)
        let descriptor = flocked()
        defer { close(descriptor) }
        let calls = RecordingCalls()
        #expect(try FileStore(calls: calls, lockDeadline: 1000).put("new", scratch("f")).changed)
        #expect((20..<30).contains(calls.trace.filter { $0 == "flock" }.count))
        #expect(scratch.names == [lock, "f"] && scratch.text(of: "f") == "new")
    }

    @Test func `in a directory that a group shares, its members wait for each other, and root for them`() throws {
        let group: gid_t = 61_213
        #expect(chown(scratch.path, 0, group) == 0 && chmod(scratch.path, 0o2775) == 0)
        #expect(chown(scratch("f"), owner, group) == 0)
        try expectLocked(for: [stranger], while: owner, 0o640, group: group)
        #expect(chmod(scratch.path, 0o777) == 0)
        try expectLocked(for: [stranger], while: owner, 0o644, group: group)
        // Where they may not touch each other's files, they may not lock them either.
        #expect(chmod(scratch.path, 0o1777) == 0)
        try expectLocked(for: [], while: owner, 0o600)
    }

    @Test(arguments: [0, 61_211] as [UInt32], [0, 61_212] as [UInt32])
    func `a lock file that the directory's owner could not open goes, though somebody holds it`(
        _ user: UInt32, _ maker: UInt32
    ) throws {
        try writeLock(of: maker)
        // One of root's own may be in use, by an older version.
        let descriptor = user == 0 && maker == 0 ? -1 : flocked()
        defer { close(descriptor) }
        let flushes = Counter()
        let calls = RecordingCalls(as: user) { (_, call) throws(Errno) in
            if call == "fsync", flushes.next() == 1 { #expect(status(lock)?.user == owner) }
        }
        #expect(try FileStore(calls: calls, lockDeadline: 0).put("new", scratch("f")).changed)
        #expect(scratch.names == ["f"] && scratch.text(of: "f") == "new")
    }

    @Test func `of two who remove such a file, the second does not remove the lock of the first`() throws {
        try writeLock(of: 0)
        nonisolated(unsafe) var held: Int32 = -1
        let locks = Counter()
        let calls = RecordingCalls(as: owner) { (_, call) throws(Errno) in
            // The directory's own: the strange file has been seen.
            guard call == "flock", locks.next() == 1 else { return }
            unlink(scratch(lock))
            try? writeLock(of: owner)
            held = flocked()
        }
        defer { close(held) }
        let error = #expect(throws: FileError.self) {
            try FileStore(calls: calls, lockDeadline: 100).put("new", scratch("f"))
        }
        #expect(error?.code == .locked)
        #expect(scratch.names == [lock, "f"] && scratch.text(of: "f") == "old")
    }

    @Test func `what nobody may give away, as in a container, keeps root's own processes apart`() throws {
        let inner = Counter()
        let calls = RecordingCalls { (_, call) throws(Errno) in
            guard call == "fchown" else {
                guard call == "open create 0600", inner.next() == 2 else { return }
                #expect(status(lock)?.user == 0)
                let store = FileStore(calls: RecordingCalls(), lockDeadline: 100)
                #expect(throws: FileError.self) { try store.put("theirs", scratch("f")) }
                return
            }
            throw .invalid
        }
        #expect(chown(scratch("f"), 0, 0) == 0)
        #expect(try FileStore(calls: calls).put("new", scratch("f")).changed)
        #expect(inner.next() == 3 && scratch.text(of: "f") == "new" && scratch.names == ["f"])
    }

    @Test(arguments: [0, 61_211] as [UInt32])
    func `what a killed process of root left in a user's directory goes with either's next command`(
        _ user: UInt32
    ) throws {
        try writeLock(of: owner)
        try scratch.write("secret", to: ".f.condarc-toolkit-tmp", mode: 0o600)
        _ = FileStore(calls: RecordingCalls(as: user)).cleanUp(in: scratch.path)
        #expect(scratch.names == ["f"])
        // Its lock may have been taken away.
        try scratch.write("secret", to: ".g.condarc-toolkit-tmp", mode: 0o600)
        _ = FileStore(calls: RecordingCalls(as: user)).cleanUp(in: scratch.path)
        #expect(scratch.names == ["f"])
    }
}
