import SecureFileStore
import TestSupport
import Testing

struct FileStoreRemoveTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a file that is what was read goes`() throws {
        try scratch.write("x", to: "f")
        #expect(try store.remove(scratch("f"), expecting: try store.snapshot(scratch("f"))))
        #expect(scratch.names == [])
    }

    @Test func `a file that changed stays`() throws {
        try scratch.write("x", to: "f")
        let snapshot = try store.snapshot(scratch("f"))
        try scratch.write("y", to: "f")
        let error = #expect(throws: FileError.self) { try store.remove(scratch("f"), expecting: snapshot) }
        #expect(error?.code == .changed)
        #expect(scratch.text(of: "f") == "y")
    }

    @Test func `what was not there need not go`() throws {
        let snapshot = try store.snapshot(scratch("f"))
        try scratch.write("x", to: "f")
        #expect(try store.remove(scratch("f"), expecting: snapshot))
        #expect(scratch.names == ["f"])
    }

    @Test func `of a link the file it leads to goes`() throws {
        try scratch.write("x", to: "f")
        try scratch.link("l", to: "f")
        try store.remove(scratch("l"), expecting: try store.snapshot(scratch("l")))
        #expect(scratch.names == ["l"])
    }

    @Test(arguments: ["lstat", "open read", "read", "flock", "rename replacing", "lease wanted"])
    func `a removal that fails leaves the file`(_ failing: String) throws {
        try scratch.write("x", to: "f")
        let snapshot = try store.snapshot(scratch("f"))
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == failing { throw .inputOutput } }
        #expect(throws: FileError.self) { try FileStore(calls: calls).remove(scratch("f"), expecting: snapshot) }
        #expect(scratch.text(of: "f") == "x")
    }
}
