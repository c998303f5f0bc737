import SecureFileStore
import TestSupport
import Testing

struct FileStoreMetadataTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

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
