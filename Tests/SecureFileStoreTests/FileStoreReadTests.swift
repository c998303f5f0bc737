import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreReadTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    func code(_ path: String, limit: Int = FileStore.defaultLimit) -> FileError.Code? {
        do {
            _ = try store.snapshot(path, limit: limit)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `a file that is not there is an empty snapshot`() throws {
        try scratch.write("x", to: "f")
        for path in ["no", "no/no", "f/no"] {
            let snapshot = try store.snapshot(scratch(path))
            #expect(!snapshot.exists && snapshot.bytes.isEmpty && snapshot.resolvedPath == scratch(path))
        }
    }

    @Test func `what is not a file is refused without waiting for it`() throws {
        #expect(mkfifo(scratch("pipe"), 0o600) == 0)
        for path in [scratch("pipe"), scratch.path, "/dev/null", "/dev/tty"] {
            #expect(code(path) == .notARegularFile, "\(path)")
            let error = #expect(throws: FileError.self) { try store.put("x", path) }
            #expect(error?.hint != nil)
        }
    }

    @Test func `a file that may not be read is named, with what to do`() throws {
        try scratch.write("x", to: "f")
        // As root would be told otherwise.
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call == "open read" { throw .accessDenied }
        }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).snapshot(scratch("f")) }
        #expect(error?.code == .permission && error?.path == scratch("f") && error?.hint != nil)
    }

    @Test func `a file larger than the limit is refused`() throws {
        try scratch.write("12345", to: "f")
        #expect(code(scratch("f"), limit: 5) == nil)
        #expect(code(scratch("f"), limit: 4) == .tooLarge)
    }

    @Test func `a path that is no path is refused`() {
        #expect(code("") == .invalidPath)
        #expect(code(scratch("f\0g")) == .invalidPath)
        #expect(code(scratch(String(repeating: "x", count: 300))) == .invalidPath)
        #expect(throws: FileError.self) { try store.put("x", scratch("f/")) }
    }

    @Test func `a large file is read whole`() throws {
        let text = String(repeating: "0123456789", count: 300_000)
        try scratch.write(text, to: "f")
        #expect(try store.snapshot(scratch("f")).bytes == Array(text.utf8))
    }

    @Test func `metadata is that of a link's target`() throws {
        try scratch.write("12345", to: "f", mode: 0o604)
        try scratch.link("l", to: "f")
        let metadata = try #require(try store.metadata(scratch("l")))
        #expect(metadata.isLinked && metadata.resolvedPath == scratch("f"))
        #expect(metadata.kind == .file && metadata.status.size == 5 && metadata.mode.octal == "0604")
        #expect(metadata.mode.isOpenToOthers)
        #expect(try store.metadata(scratch("no")) == nil)
        try store.setMode(scratch("l"), .secretFile)
        #expect(scratch.mode(of: "f") == 0o600)
    }

    @Test func `a directory is listed by code point`() throws {
        for name in ["b", "é", "a", "B", ".c"] { try scratch.write("", to: name) }
        #expect(try store.list(scratch.path) == [".c", "B", "a", "b", "é"])
        let error = #expect(throws: FileError.self) { try store.list(scratch("no")) }
        #expect(error?.code == .notFound)
    }

    @Test func `a program is found through its link, and only if it may be run`() throws {
        try scratch.write("", to: "run", mode: 0o755)
        try scratch.write("", to: "text", mode: 0o644)
        try scratch.link("link", to: "run")
        #expect(store.executable(at: scratch("link")) == scratch("run"))
        #expect(store.executable(at: scratch("text")) == nil)
        #expect(store.executable(at: scratch.path) == nil)
        #expect(store.executable(at: scratch("no")) == nil)
    }
}
