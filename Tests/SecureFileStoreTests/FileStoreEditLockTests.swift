import Foundation
import SecureFileStore
import TestSupport
import Testing

@Suite struct FileStoreEditLockTests {
    let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a lock that another holds is given up after the deadline`() throws {
        try scratch.write("old", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "flock" { throw .wouldBlock } }
        let error = #expect(throws: FileError.self) {
            try FileStore(calls: calls, lockDeadline: 1000).put("new", scratch("f"))
        }
        #expect(error?.code == .locked && error?.hint != nil)
        // One second in pauses that grow to 50 milliseconds.
        #expect((20..<30).contains(calls.trace.filter { $0 == "flock" }.count))
        #expect(scratch.text(of: "f") == "old")
    }

    @Test(arguments: [Errno.noLocks, .badDescriptor, .operationNotSupported])
    func `a file system without locks is written all the same, but not cleaned`(_ errno: Errno) throws {
        let left = ".f.condarc-toolkit-tmp"
        try scratch.write("", to: left)
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "flock" { throw errno } }
        try FileStore(calls: calls).put("new", scratch("f"))
        #expect(scratch.text(of: "f") == "new")
        // It may be another writer's, who is just writing it.
        #expect(scratch.names == [left, "f"])
    }

    @Test func `a lock that somebody else has on the directory or the file does not matter`() throws {
        try scratch.write("old", to: "f")
        for name in [".", "f"] {
            let descriptor = open(scratch(name), O_RDONLY)
            defer { close(descriptor) }
            #expect(flock(descriptor, LOCK_EX) == 0)
            #expect(try FileStore(lockDeadline: 0).put("new \(name)", scratch("f")).changed)
        }
    }

    @Test func `a lock file that cannot be opened is another user's, and the edit goes on`() throws {
        try scratch.write("old", to: "f")
        try scratch.link(".f.condarc-toolkit-lock", to: "elsewhere")
        #expect(try FileStore(lockDeadline: 0).put("new", scratch("f")).changed)
        #expect(scratch.names == [".f.condarc-toolkit-lock", "f"])
    }

    @Test func `a directory with the lock's name keeps nobody from editing`() throws {
        try scratch.write("", to: ".f.condarc-toolkit-lock/g")
        let calls = RecordingCalls()
        #expect(try FileStore(calls: calls, lockDeadline: 0).put("new", scratch("f")).changed)
        #expect(scratch.names == [".f.condarc-toolkit-lock", "f"])
    }
}
