import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreRemoveTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a file that passes the check goes`() throws {
        try scratch.write("x", to: "f")
        let removed = try store.remove(scratch("f")) { #expect($0.bytes == Array("x".utf8)) }
        #expect(removed.isFlushed && removed.before.bytes == Array("x".utf8))
        #expect(scratch.names == [])
    }

    @Test func `a file that the check refuses stays`() throws {
        try scratch.write("y", to: "f")
        let error = #expect(throws: FileError.self) {
            try store.remove(scratch("f")) { _ in throw FileError(.changed, "another token", path: "f") }
        }
        #expect(error?.message == "another token")
        #expect(scratch.text(of: "f") == "y")
    }

    @Test func `a file that another takes the place of meanwhile stays`() throws {
        try scratch.write("x", to: "f")
        let error = #expect(throws: FileError.self) {
            try store.remove(scratch("f")) { _ in
                try scratch.write("y", to: "g")
                #expect(rename(scratch("g"), scratch("f")) == 0)
            }
        }
        #expect(error?.code == .changed)
        #expect(scratch.text(of: "f") == "y")
    }

    @Test func `what is not there need not go`() throws {
        let removed = try store.remove(scratch("f")) { _ in Issue.record("there is nothing to look at") }
        #expect(removed.isFlushed && !removed.before.exists)
        #expect(scratch.names == [])
    }

    @Test func `of a link the file it leads to goes`() throws {
        try scratch.write("x", to: "f")
        try scratch.link("l", to: "f")
        try store.remove(scratch("l"))
        #expect(scratch.names == ["l"])
    }

    @Test(arguments: ["lstat", "open read", "read", "flock", "rename replacing", "lease wanted"])
    func `a removal that fails leaves the file`(_ failing: String) throws {
        try scratch.write("x", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == failing { throw .inputOutput } }
        #expect(throws: FileError.self) { try FileStore(calls: calls).remove(scratch("f")) }
        #expect(scratch.text(of: "f") == "x")
    }
}
