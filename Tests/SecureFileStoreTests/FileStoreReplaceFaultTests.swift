import Foundation
import SecureFileStore
import TestSupport
import Testing

/// Every system call of a replacement fails, or is the last before the process dies, in turn.
struct FileStoreReplaceFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let policy: FilePolicy
        let isNew: Bool
        var file: String { policy == .secret && isNew ? "a/f" : "f" }
        var testDescription: String { "\(policy), \(isNew ? "new" : "replaced")" }
        static let all = [FilePolicy.ordinary, .secret].flatMap { policy in
            [true, false].map { Case(policy: policy, isNew: $0) }
        }
    }

    static let old = "channels: [old]\n"
    static let new = "channels: [old, new]\n"

    /// A directory with the file as the case wants it.
    func prepare(_ one: Case) throws -> TemporaryDirectory {
        let scratch = try TemporaryDirectory()
        if !one.isNew { try scratch.write(Self.old, to: one.file, mode: one.policy == .secret ? 0o600 : 0o644) }
        return scratch
    }

    /// The calls that a replacement makes when all goes well.
    func callCount(_ one: Case) throws -> Int {
        let calls = RecordingCalls()
        let scratch = try prepare(one)
        try FileStore(calls: calls).put(Self.new, scratch(one.file), policy: one.policy)
        return calls.trace.count
    }

    @Test(arguments: Case.all, [Errno.noSpace, .inputOutput, .accessDenied, .notFound])
    func `a call that fails leaves the old file or the new one, and nothing beside it`(_ one: Case, _ errno: Errno)
        throws
    {
        for failing in 0..<(try callCount(one)) {
            let scratch = try prepare(one)
            let calls = RecordingCalls { (number, _) throws(Errno) in if number == failing { throw errno } }
            let before = scratch.text(of: one.file)
            var isThrown = false
            do {
                try FileStore(calls: calls).put(Self.new, scratch(one.file), policy: one.policy)
            } catch is FileError {
                isThrown = true
            }
            let call = calls.trace[failing]
            let text = scratch.text(of: one.file)
            #expect(text == (isThrown ? before : Self.new), "\(call), call \(failing)")
            let expected = text == nil ? [] : [one.file.prefix { $0 != "/" }].map(String.init)
            // What could not be removed is left to the next run.
            if call == "unlink" { try FileStore().put("\(Self.new)\n", scratch(one.file), policy: one.policy) }
            #expect(scratch.names == expected, "\(call), call \(failing)")
            if one.policy == .secret, text != nil { #expect(scratch.mode(of: one.file) == 0o600) }
        }
    }

    @Test(arguments: Case.all)
    func `a process that dies leaves the old file or the new one, and the next run cleans up`(_ one: Case) throws {
        var leftBehind = 0
        for last in 0..<(try callCount(one)) {
            let scratch = try prepare(one)
            // From one call on nothing happens any more: not this call, and no cleaning up.
            let calls = RecordingCalls { (number, _) throws(Errno) in if number >= last { throw .inputOutput } }
            let before = scratch.text(of: one.file)
            _ = try? FileStore(calls: calls).put(Self.new, scratch(one.file), policy: one.policy)
            let text = scratch.text(of: one.file)
            #expect(text == before || text == Self.new, "died at call \(last)")
            let directory = one.file == "f" ? "." : "a"
            let rest = try FileManager.default.contentsOfDirectory(atPath: scratch("."))
            for name in rest where name != "f" && name != "a" {
                leftBehind += 1
                if one.policy == .secret { #expect(scratch.mode(of: name) == 0o600) }
            }
            try FileStore().put("after", scratch(one.file), policy: one.policy)
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch(directory)) == ["f"])
            #expect(scratch.text(of: one.file) == "after")
        }
        // Else this test would show nothing.
        if one.file == "f" { #expect(leftBehind > 0) }
    }

    @Test func `a file that the disk has no room for names the disk and stays`() throws {
        let scratch = try prepare(Case(policy: .ordinary, isNew: false))
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "write" { throw .noSpace } }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).put(Self.new, scratch("f")) }
        #expect(error?.code == .io)
        #expect(error?.message == "cannot write \(scratch("f")): no space left on the device")
        #expect(error?.hint != nil)
    }

    @Test func `a directory that cannot be flushed is told, for the change is made`() throws {
        let scratch = try prepare(Case(policy: .ordinary, isNew: false))
        let flushes = Counter()
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call == "fsync", flushes.next() == 2 { throw .inputOutput }
        }
        let update = try FileStore(calls: calls).put(Self.new, scratch("f"))
        #expect(update.changed && !update.isFlushed)
        #expect(update.warnings.count == 1)
    }
}

/// Counts from 1.
final class Counter: @unchecked Sendable {
    private let mutex = NSLock()
    private var count = 0

    func next() -> Int {
        mutex.withLock {
            count += 1
            return count
        }
    }
}
