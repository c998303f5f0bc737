import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreBackupTests {
    let scratch: TemporaryDirectory
    let calls = RecordingCalls()
    var store: FileStore { FileStore(calls: calls) }

    init() throws { scratch = try TemporaryDirectory() }

    @discardableResult
    func put(_ text: String, _ store: FileStore) throws -> FileUpdate<Void> {
        try store.update(scratch("f"), policy: .ordinary, keepingBackup: true) { _ in Array(text.utf8) }
    }

    @Test func `the old content stays beside the file, with its mode`() throws {
        try scratch.write("old", to: "f", mode: 0o640)
        let update = try put("new", store)
        #expect(update.backup == scratch("f.20300101T000000Z.bak"))
        #expect(scratch.text(of: "f") == "new")
        #expect(scratch.text(of: "f.20300101T000000Z.bak") == "old")
        #expect(scratch.mode(of: "f.20300101T000000Z.bak") == 0o640)
        #expect(scratch.names == ["f", "f.20300101T000000Z.bak"])
    }

    @Test func `two backups within a second are both kept`() throws {
        try scratch.write("one", to: "f")
        try put("two", store)
        #expect(try put("three", store).backup == scratch("f.20300101T000000Z-2.bak"))
        #expect(scratch.text(of: "f.20300101T000000Z.bak") == "one")
        #expect(scratch.text(of: "f.20300101T000000Z-2.bak") == "two")
    }

    @Test func `without a change, or without an old file, there is no backup`() throws {
        #expect(try put("old", store).backup == nil)
        #expect(try put("old", store).backup == nil)
        #expect(scratch.names == ["f"])
    }

    @Test func `a backup that cannot be written stops the change`() throws {
        try scratch.write("old", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call == "rename exclusively" { throw .noSpace }
        }
        #expect(throws: FileError.self) { try put("new", FileStore(calls: calls)) }
        #expect(scratch.text(of: "f") == "old")
        #expect(scratch.names == ["f"])
    }

    @Test func `a backup of a change that failed goes`() throws {
        try scratch.write("old", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "rename exchanging" { throw .inputOutput } }
        #expect(throws: FileError.self) { try put("new", FileStore(calls: calls)) }
        #expect(scratch.names == ["f"])
    }

    @Test func `a file system that cannot rename to a free name only looks first`() throws {
        try scratch.write("one", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "rename exclusively" { throw .invalid } }
        try put("two", FileStore(calls: calls))
        try put("three", FileStore(calls: calls))
        #expect(scratch.names == ["f", "f.20300101T000000Z-2.bak", "f.20300101T000000Z.bak"])
    }
}
