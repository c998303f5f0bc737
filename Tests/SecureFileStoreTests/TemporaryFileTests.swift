import SecureFileStore
import TestSupport
import Testing

struct TemporaryFileTests {
    @Test func `only names of our own form are removed`() throws {
        let scratch = try TemporaryDirectory()
        let ours = [
            ".f.0123456789abcdef.condarc-toolkit-tmp", ".other.0000000000000000.condarc-toolkit-tmp",
            "..condarc.0123456789abcdef.condarc-toolkit-tmp",
        ]
        let theirs = [
            ".f.0123456789ABCDEF.condarc-toolkit-tmp", ".f.123.condarc-toolkit-tmp", ".condarc-toolkit-tmp",
            "f.0123456789abcdef.condarc-toolkit-tmp", ".f.0123456789abcdef.condarc-toolkit-tmp.bak", ".f.tmp",
            ".0123456789abcdef.condarc-toolkit-tmp", "condarc-toolkit-tmp",
        ]
        for name in ours + theirs { try scratch.write("x", to: name) }
        try scratch.link(".l.0123456789abcdef.condarc-toolkit-tmp", to: ".f.tmp")
        try FileStore().put("new", scratch("f"))
        #expect(scratch.names == (theirs + ["f", ".l.0123456789abcdef.condarc-toolkit-tmp"]).sorted())
    }

    @Test func `a name as long as the system allows can be replaced`() throws {
        let scratch = try TemporaryDirectory()
        for name in [String(repeating: "x", count: 255), String(repeating: "é", count: 127)] {
            try FileStore().put("new", scratch(name))
            #expect(scratch.text(of: name) == "new")
        }
        #expect(scratch.names.count == 2)
    }

    @Test func `a random name that is taken is not written to`() throws {
        let scratch = try TemporaryDirectory()
        let tries = Counter()
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call.hasPrefix("open create"), tries.next() < 3 { throw .exists }
        }
        try FileStore(calls: calls).put("new", scratch("f"))
        #expect(calls.trace.filter { $0.hasPrefix("open create") }.count == 3)
        #expect(scratch.names == ["f"])
    }
}
