import Foundation
import SecureFileStore
import TestSupport
import Testing

struct ConcurrentChangeTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `twenty writers at once lose no change`() throws {
        try scratch.write("", to: "f")
        let path = scratch("f")
        DispatchQueue.concurrentPerform(iterations: 20) { number in
            _ = try? FileStore().update(path, policy: .ordinary) { $0.bytes + Array("\(number)\n".utf8) }
        }
        let lines = (scratch.text(of: "f") ?? "").split(separator: "\n").compactMap { Int($0) }
        #expect(lines.sorted() == Array(0..<20))
        #expect(scratch.names == ["f"])
    }

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
            try FileStore(attempts: 3).update(scratch("f"), policy: .ordinary) { _ in
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

    @Test func `a lock that another holds is given up after the deadline`() throws {
        try scratch.write("old", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "flock" { throw .wouldBlock } }
        let error = #expect(throws: FileError.self) {
            try FileStore(calls: calls, lockDeadline: 1000).put("new", scratch("f"))
        }
        #expect(error?.code == .locked && error?.hint != nil)
        // One second in pauses that grow to 20 milliseconds.
        #expect((50..<70).contains(calls.trace.filter { $0 == "flock" }.count))
        #expect(scratch.text(of: "f") == "old")
    }

    @Test(arguments: [Errno.noLocks, .badDescriptor, .operationNotSupported])
    func `a file system without locks is written all the same, but not cleaned`(_ errno: Errno) throws {
        let left = ".f.0123456789abcdef.condarc-toolkit-tmp"
        try scratch.write("", to: left)
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "flock" { throw errno } }
        try FileStore(calls: calls).put("new", scratch("f"))
        #expect(scratch.text(of: "f") == "new")
        // It may be another writer's, who is just writing it.
        #expect(scratch.names == [left, "f"])
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
