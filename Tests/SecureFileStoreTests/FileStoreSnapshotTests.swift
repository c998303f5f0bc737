import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreSnapshotTests {
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
}
