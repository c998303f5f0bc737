import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreCleanUpTests {
    @Test func `what a killed process left is removed by the next edit of that file, and nothing else`() throws {
        let scratch = try TemporaryDirectory()
        let left = [".f.condarc-toolkit-tmp", ".f.condarc-toolkit-lock"]
        let others = [".g.condarc-toolkit-tmp", ".g.condarc-toolkit-lock", ".f.tmp", "f.condarc-toolkit-tmp"]
        for content in ["old", "new"] {
            try scratch.write("old", to: "f")
            for name in left + others { try scratch.write("x", to: name, mode: 0o600) }
            // Also by an edit that finds nothing to do.
            try FileStore().put(content, scratch("f"))
            #expect(scratch.names == (others + ["f"]).sorted())
        }
    }

    @Test func `in a directory of secrets, what was left of any file goes`() throws {
        let scratch = try TemporaryDirectory()
        let left = [".g.condarc-toolkit-tmp", ".g.condarc-toolkit-lock", ".h.condarc-toolkit-lock"]
        for name in left { try scratch.write("x", to: name, mode: 0o600) }
        try FileStore().put("new", scratch("f"), policy: .secret)
        #expect(scratch.names == ["f"])
    }

    @Test func `what another process is just writing stays`() throws {
        let scratch = try TemporaryDirectory()
        let held = [".g.condarc-toolkit-lock", ".g.condarc-toolkit-tmp"]
        for name in held { try scratch.write("x", to: name, mode: 0o600) }
        let descriptor = open(scratch(held[0]), O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        try FileStore().put("new", scratch("f"), policy: .secret)
        #expect(scratch.names == held + ["f"])
    }

    @Test func `what was written without a lock goes when it is old, and not before`() throws {
        let scratch = try TemporaryDirectory()
        let (left, others) = (".f.0123456789abcdef.condarc-toolkit-tmp", [".f.0123456789abcde.tmp", ".f.condarc"])
        try scratch.write("x", to: "f", mode: 0o600)
        for name in others + [left] { try scratch.write("x", to: name, mode: 0o600) }
        _ = FileStore().cleanUp(beside: scratch("f"))
        #expect(scratch.names == (others + [left, "f"]).sorted())
        // Their clock shows a later year.
        _ = FileStore(calls: RecordingCalls()).cleanUp(beside: scratch("f"))
        #expect(scratch.names == others + ["f"])
        try scratch.write("x", to: left, mode: 0o600)
        try FileStore(calls: RecordingCalls()).put("new", scratch("f"), policy: .secret)
        #expect(scratch.names == others + ["f"])
    }

}
