import SecureFileStore
import TestSupport
import Testing

struct FileStoreTemporaryFileTests {
    @Test func `a name as long as the system allows can be replaced`() throws {
        let scratch = try TemporaryDirectory()
        for name in [String(repeating: "x", count: 255), String(repeating: "é", count: 127)] {
            try FileStore().put("new", scratch(name))
            #expect(scratch.text(of: name) == "new")
        }
        #expect(scratch.names.count == 2)
    }

    @Test func `a name that is taken by what cannot go is not written to`() throws {
        let scratch = try TemporaryDirectory()
        try scratch.write("x", to: ".f.condarc-toolkit-tmp/g")
        try FileStore().put("new", scratch("f"))
        #expect(scratch.names == [".f.condarc-toolkit-tmp", "f"])
        #expect(scratch.text(of: ".f.condarc-toolkit-tmp/g") == "x")
    }
}
