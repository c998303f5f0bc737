import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreUpdateTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a file is replaced and keeps its mode, and nothing is left beside it`() throws {
        try scratch.write("old", to: "f", mode: 0o640)
        let update = try store.put("new", scratch("f"))
        #expect(update.changed && update.isFlushed && update.warnings.isEmpty)
        #expect(update.before.bytes == Array("old".utf8))
        #expect(scratch.text(of: "f") == "new")
        #expect(scratch.mode(of: "f") == 0o640)
        #expect(scratch.names == ["f"])
    }

    @Test(arguments: [nil, Array("old".utf8)])
    func `the same content is not written`(_ after: [UInt8]?) throws {
        try scratch.write("old", to: "f")
        let before = try store.metadata(scratch("f"))
        let update = try store.update(scratch("f"), policy: .ordinary) { _ in after }
        #expect(!update.changed)
        #expect(try store.metadata(scratch("f")) == before)
    }

    @Test(arguments: [FilePolicy.ordinary, .secret])
    func `a file that does not exist is created only for content`(_ policy: FilePolicy) throws {
        #expect(try !store.put("", scratch("f"), policy: policy).changed)
        #expect(scratch.names == [])
        #expect(try store.put("x", scratch("f"), policy: policy).changed)
        #expect(scratch.text(of: "f") == "x")
    }

    @Test func `an ordinary file needs its directory`() throws {
        let error = #expect(throws: FileError.self) { try store.put("x", scratch("no/f")) }
        #expect(error?.code == .notFound && error?.hint == "create the directory first")
        #expect(scratch.names == [])
        try store.put("x", scratch("f"))
        let file = #expect(throws: FileError.self) { try store.put("x", scratch("f/g")) }
        #expect(file?.errno == .notADirectory && file?.hint == "name a directory")
    }

    @Test func `a secret is 0600 in directories of 0700`() throws {
        try store.put("x", scratch("a/b/f"), policy: .secret)
        #expect(scratch.mode(of: "a/b/f") == 0o600)
        #expect(scratch.mode(of: "a/b") == 0o700)
        #expect(scratch.mode(of: "a") == 0o700)
    }

    @Test func `a secret with nothing to store makes no directory`() throws {
        _ = try store.update(scratch("a/b/f"), policy: .secret) { _ in nil }
        #expect(scratch.names == [])
    }

    @Test func `a secret that others could read is 0600 afterwards`() throws {
        try scratch.write("old", to: "f", mode: 0o644)
        try store.put("new", scratch("f"), policy: .secret)
        #expect(scratch.mode(of: "f") == 0o600)
    }
}
