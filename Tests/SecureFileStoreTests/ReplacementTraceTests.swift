import SecureFileStore
import TestSupport
import Testing

/// The order of the system calls is the contract: what a crash between any two of them leaves depends on it.
struct ReplacementTraceTests {
    let scratch: TemporaryDirectory
    let calls = RecordingCalls()
    var store: FileStore { FileStore(calls: calls) }

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `an ordinary file is locked, read, written beside, flushed, looked at again and renamed`() throws {
        try scratch.write("old", to: "f", mode: 0o640)
        try store.put("new 5", scratch("f"))
        #expect(
            calls.trace == [
                "lstat", "open directory", "flock", "readdir",
                "lstat", "open read", "fstat", "read", "read", "flistxattr", "close",
                "faccessat write", "open create 0600", "write", "write", "fstat", "flistxattr", "fchmod 0640", "fsync",
                "close",
                "lstat", "open read", "fstat", "read", "read", "close",
                "rename", "fsync", "close",
            ])
    }

    @Test func `a secret is read back before it takes the file's place`() throws {
        try store.put("new", scratch("f"), policy: .secret)
        #expect(
            calls.trace == [
                "lstat", "lstat", "open directory", "flock", "readdir", "lstat",
                "open create 0600", "write", "fchmod 0600", "fsync", "lseek", "read", "read", "close",
                "lstat", "rename", "fsync", "close",
            ])
    }

    @Test func `the directories of a secret are private and flushed`() throws {
        try store.put("new", scratch("a/b/f"), policy: .secret)
        let directories = calls.trace.filter { $0.hasPrefix("mkdir") }
        #expect(directories == ["mkdir 0700", "mkdir 0700"])
        #expect(calls.trace.filter { $0 == "fsync" }.count == 4)
    }

    @Test func `content that stays the same is only read`() throws {
        try scratch.write("old", to: "f")
        try store.put("old", scratch("f"))
        let changing = ["open create", "write", "fchmod", "fchown", "rename", "unlink", "fsync"]
        #expect(!calls.trace.contains { call in changing.contains { call.hasPrefix($0) } })
    }

    @Test func `a snapshot takes no lock and writes nothing`() throws {
        try scratch.write("old", to: "f")
        _ = try store.snapshot(scratch("f"))
        #expect(calls.trace == ["lstat", "open read", "fstat", "read", "read", "close"])
    }
}
