import SecureFileStore
import TestSupport
import Testing

@Suite struct FileStoreUpdateConcurrencyTests {
    let scratch: TemporaryDirectory

    /// Where the system has no leases, another program writes when it likes.
    let calls = RecordingCalls { (_, call) throws(Errno) in if call.hasPrefix("lease") { throw .notSupported } }
    var store: FileStore { FileStore(calls: calls, attempts: 3) }

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `a change of another program in between is not overwritten`() throws {
        try scratch.write("a", to: "f")
        var runs = 0
        let update = try store.update(scratch("f"), policy: .ordinary) { before in
            runs += 1
            if runs == 1 { try scratch.write("b", to: "f") }
            return before.bytes + Array("!".utf8)
        }
        #expect(runs == 2 && update.text == "b!")
        #expect(scratch.text(of: "f") == "b!")
    }

    @Test func `a file that appears in between is not overwritten`() throws {
        let update = try store.update(scratch("f"), policy: .ordinary) { before in
            if !before.exists { try scratch.write("b", to: "f") }
            return before.bytes + Array("!".utf8)
        }
        #expect(update.text == "b!")
    }

    @Test func `a file that changes all the time is locked, and stays as the other program left it`() throws {
        try scratch.write("0", to: "f")
        var runs = 0
        let error = #expect(throws: FileError.self) {
            try store.update(scratch("f"), policy: .ordinary) { _ in
                runs += 1
                try scratch.write("\(runs)", to: "f")
                return Array("mine".utf8)
            }
        }
        #expect(error?.code == .locked)
        #expect(runs == 3)
        #expect(scratch.text(of: "f") == "3")
        #expect(scratch.names == ["f"])
    }

    @Test func `a transform that fails changes nothing`() throws {
        struct Refused: Error {}
        try scratch.write("old", to: "f")
        #expect(throws: Refused.self) {
            try store.update(scratch("f"), policy: .ordinary) { _ in throw Refused() }
        }
        #expect(scratch.text(of: "f") == "old")
        #expect(throws: Refused.self) {
            try store.update(scratch("a/f"), policy: .secret) { _ in throw Refused() }
        }
        #expect(scratch.names == ["f"])
    }
}
