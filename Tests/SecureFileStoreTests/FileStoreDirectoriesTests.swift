import SecureFileStore
import TestSupport
import Testing

struct FileStoreDirectoriesTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a directory is listed by code point`() throws {
        for name in ["b", "é", "a", "B", ".c"] { try scratch.write("", to: name) }
        #expect(try store.list(scratch.path) == [".c", "B", "a", "b", "é"])
        let error = #expect(throws: FileError.self) { try store.list(scratch("no")) }
        #expect(error?.code == .notFound)
    }
}
