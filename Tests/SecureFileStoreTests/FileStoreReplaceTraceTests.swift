import SecureFileStore
import TestSupport
import Testing

/// The order of the system calls is the contract: what a crash between any two of them leaves depends on it.
struct FileStoreReplaceTraceTests {
    let scratch: TemporaryDirectory
    let calls = RecordingCalls()
    var store: FileStore { FileStore(calls: calls) }

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `an ordinary file is read, locked, written beside, flushed, exchanged and looked at again`() throws {
        try scratch.write("old", to: "f", mode: 0o640)
        try store.put("new 5", scratch("f"))
        #expect(
            calls.trace == [
                "openat2 directory", "lstat",
                "open read", "lease readersAllowed", "fstat", "read", "read", "flistxattr",
                "fstat", "open create lock 0600", "flock", "lstat", "fstat",
                "faccessat write",
                "open create 0600", "write", "write", "fstat", "flistxattr", "fchmod 0640", "fsync",
                "lease nobodyAllowed", "lstat", "lease wanted", "rename exchanging", "fsync",
                "lstat", "lease wanted", "unlink", "lease wanted",
                "lease ended", "close", "lease ended", "close", "unlink", "close", "close",
            ])
    }

    @Test func `a secret is read back before it takes the file's place`() throws {
        try store.put("new", scratch("f"), policy: .secret)
        #expect(
            calls.trace == [
                "openat2 directory", "lstat",
                "fstat", "open create lock 0600", "flock", "lstat", "fstat", "readdir",
                "open create 0600", "write", "fstat", "fchmod 0600", "fsync", "lseek", "read", "read",
                "lease nobodyAllowed", "lstat", "rename exclusively", "fsync", "lease wanted", "lease ended",
                "close", "unlink", "close", "close",
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
        #expect(
            calls.trace == ["openat2 passage", "lstat", "open read", "fstat", "read", "read", "close", "close"])
    }
}
