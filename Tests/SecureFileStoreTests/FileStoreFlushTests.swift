import SecureFileStore
import TestSupport
import Testing

struct FileStoreFlushTests {
    let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a file that is right already is flushed with its directories, and not written`() throws {
        try scratch.write("old", to: "a/f")
        let calls = RecordingCalls()
        try FileStore(calls: calls).flush(scratch("a/f"))
        #expect(calls.trace.filter { $0 == "fsync" }.count >= 3)
        #expect(calls.trace.prefix(5) == ["openat2 directory", "lstat", "open read", "fsync", "fsync"])
    }

    @Test func `through a link, its own directory is flushed too`() throws {
        try scratch.write("old", to: "a/f")
        try scratch.link("l", to: "a/f")
        let calls = RecordingCalls()
        try FileStore(calls: calls).flush(scratch("l"))
        let flushed = calls.trace.filter { $0 == "fsync" }.count
        let direct = RecordingCalls()
        try FileStore(calls: direct).flush(scratch("a/f"))
        #expect(flushed == direct.trace.filter { $0 == "fsync" }.count + 1)
    }

    @Test(arguments: 1...3)
    func `what cannot be flushed is an error`(_ failing: Int) throws {
        try scratch.write("old", to: "a/f")
        let flushes = Counter()
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call == "fsync", flushes.next() == failing { throw .inputOutput }
        }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).flush(scratch("a/f")) }
        #expect(error?.code == .io && error?.hint != nil)
    }

    @Test func `a file that is not there cannot be flushed`() {
        let error = #expect(throws: FileError.self) { try FileStore().flush(scratch("no")) }
        #expect(error?.code == .notFound)
    }
}
