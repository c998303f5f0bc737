import Foundation
import SecureFileStore
import TestSupport
import Testing

// One after the other: leases are told by process.
@Suite(.serialized)
struct FileStorePuttingInPlaceTests {
    let scratch: TemporaryDirectory
    /// Where the system has no leases, another program writes when it likes.
    let calls = RecordingCalls { (_, call) throws(Errno) in if call.hasPrefix("lease") { throw .notSupported } }
    var store: FileStore { FileStore(calls: calls, attempts: 3) }

    init() throws { scratch = try TemporaryDirectory() }

    @Test(arguments: ["rename exchanging", "lstat"])
    func `a file that another program replaces at the last moment comes back`(_ call: String) throws {
        try scratch.write("a", to: "f")
        let (path, other) = (scratch("f"), scratch("other"))
        let moments = Counter()
        let calls = RecordingCalls { (_, present) throws(Errno) in
            // The second look of an attempt, or its exchange; of the first attempt only.
            guard present == call, moments.next() == (call == "lstat" ? 3 : 1) else { return }
            try? Data("b".utf8).write(to: URL(fileURLWithPath: other))
            rename(other, path)
        }
        let update = try FileStore(calls: calls).update(path, policy: .ordinary) { $0.bytes + Array("!".utf8) }
        #expect(update.text == "b!")
        #expect(scratch.text(of: "f") == "b!")
        #expect(scratch.names == ["f"])
    }

    @Test func `an empty file that somebody is about to write is waited for, and then is locked`() throws {
        try scratch.write("", to: "f")
        let descriptor = open(scratch("f"), O_WRONLY)
        let calls = RecordingCalls()
        let store = FileStore(calls: calls, lockDeadline: 100)
        for action in [{ _ = try store.put("new", scratch("f")) }, { _ = try store.snapshot(scratch("f")) }] {
            let error = #expect(throws: FileError.self) { try action() }
            #expect(error?.code == .locked && error?.message.contains("open to write") == true)
        }
        close(descriptor)
        #expect(try store.put("new", scratch("f")).changed)
    }

    @Test(.enabled(if: hasLeases, "only Linux has leases"))
    func `a file that somebody has written half of is waited for where the reader asks for it`() throws {
        try scratch.write("half", to: "f")
        let descriptor = open(scratch("f"), O_WRONLY | O_APPEND)
        let store = FileStore(lockDeadline: 0)
        #expect(try store.snapshot(scratch("f")).bytes == Array("half".utf8))
        let error = #expect(throws: FileError.self) { try store.snapshot(scratch("f"), afterWriters: true) }
        #expect(error?.code == .locked)
        #expect(write(descriptor, " and half", 9) == 9)
        close(descriptor)
        #expect(try store.snapshot(scratch("f"), afterWriters: true).bytes == Array("half and half".utf8))
    }

    @Test(.enabled(if: hasLeases, "only Linux has leases"))
    func `what another program writes in place during an edit is kept, and the edit starts over from it`() throws {
        try scratch.write("a", to: "f")
        let path = scratch("f")
        let written = DispatchSemaphore(value: 0)
        let isStarted = Counter()
        let update = try FileStore().update(path, policy: .ordinary) { before in
            if before.bytes == Array("a".utf8), isStarted.next() == 1 {
                Thread {
                    overwrite(path, "theirs")
                    written.signal()
                }.start()
                // It has found the old file by its name, and waits for the lease to end.
                while !isLeaseBreaking() { sched_yield() }
            }
            return before.bytes + Array("+ours".utf8)
        }
        written.wait()
        #expect(update.text == "theirs+ours")
        #expect(scratch.text(of: "f") == "theirs+ours")
        #expect(scratch.names == ["f"])
    }

    @Test(.enabled(if: hasLeases, "only Linux has leases"))
    func `what another program writes over an edit it has not read is kept, and the edit is made again`() throws {
        try scratch.write("a", to: "f")
        let path = scratch("f")
        let (written, flushes) = (DispatchSemaphore(value: 0), Counter())
        let calls = RecordingCalls { (_, call) throws(Errno) in
            // That of the directory: the new file is in place.
            guard call == "fsync", flushes.next() == 2 else { return }
            Thread {
                overwrite(path, "a and theirs")
                written.signal()
            }.start()
            while !isLeaseBreaking() { sched_yield() }
        }
        // The clock of these calls runs ahead: a pause takes no time.
        let store = FileStore(calls: calls, lockDeadline: 1_000_000_000)
        let update = try store.update(path, policy: .ordinary) { $0.bytes + Array("+ours".utf8) }
        written.wait()
        #expect(update.text == "a and theirs+ours")
        #expect(scratch.text(of: "f") == "a and theirs+ours")
        #expect(scratch.names == ["f"])
    }

    @Test(.enabled(if: hasLeases, "only Linux has leases"))
    func `another program that waits for an edit which is not made reads what it wrote itself`() throws {
        try scratch.write("a", to: "f")
        let path = scratch("f")
        let (isDone, exchanges) = (DispatchSemaphore(value: 0), Counter())
        // As others open a file: to wait for it.
        @Sendable func text() -> String {
            let descriptor = open(path, O_RDONLY)
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = read(descriptor, &bytes, bytes.count)
            close(descriptor)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
        let calls = RecordingCalls { (_, call) throws(Errno) in
            guard call == "rename exchanging" else { return }
            switch exchanges.next() {
            case 1:
                Thread { overwrite(path, "theirs") }.start()
                while !isLeaseBreaking() { sched_yield() }
            case 2:
                // The files are about to be exchanged back: whoever comes now finds the new one, and waits for it.
                Thread {
                    overwrite(path, text() + "+more")
                    isDone.signal()
                }.start()
                while breakingLeases() < 2 { sched_yield() }
            default: break
            }
        }
        let store = FileStore(calls: calls, lockDeadline: 100_000_000)
        _ = try store.update(path, policy: .ordinary) { $0.bytes + Array("+ours".utf8) }
        isDone.wait()
        let left = text()
        #expect(left.hasPrefix("theirs") && left.components(separatedBy: "+more").count == 2, "\(left)")
        #expect(scratch.names == ["f"])
    }

    @Test(.enabled(if: hasLeases, "only Linux has leases"))
    func `what other programs add to the old file and to the new one, while these are exchanged, is kept`() throws {
        try scratch.write("a", to: "f")
        let path = scratch("f")
        let (isDone, exchanges) = (DispatchSemaphore(value: 0), Counter())
        let calls = RecordingCalls { (_, call) throws(Errno) in
            guard call == "rename exchanging" else { return }
            let number = exchanges.next()
            guard number <= 2 else { return }
            // The first finds the old file by its name, the second the new one, and each waits for a lease to end.
            Thread {
                let descriptor = open(path, O_WRONLY | O_APPEND)
                _ = write(descriptor, "+\(number)", 2)
                close(descriptor)
                isDone.signal()
            }.start()
            while breakingLeases() < number { sched_yield() }
        }
        let store = FileStore(calls: calls, lockDeadline: 1_000_000_000)
        let update = try store.update(path, policy: .ordinary) { $0.bytes + Array("+ours".utf8) }
        for _ in 1...2 { isDone.wait() }
        #expect(update.text == "a+1+2+ours")
        #expect(scratch.text(of: "f") == "a+1+2+ours")
        #expect(scratch.names == ["f"])
    }

    @Test(arguments: 2...4)
    func `what replaces the file again and again, while an edit is taken back, stays`(_ last: Int) throws {
        try scratch.write("0", to: "f")
        let (path, other) = (scratch("f"), scratch("other"))
        let exchanges = Counter()
        let calls = RecordingCalls { (_, call) throws(Errno) in
            guard call == "rename exchanging" else { return }
            let number = exchanges.next()
            guard number <= last else { return }
            try? Data("\(number)".utf8).write(to: URL(fileURLWithPath: other))
            rename(other, path)
        }
        let update = try FileStore(calls: calls).update(path, policy: .ordinary) { $0.bytes + Array("!".utf8) }
        #expect(update.text == "\(last)!" && scratch.text(of: "f") == "\(last)!")
        #expect(scratch.names == ["f"])
    }

    @Test(arguments: [true, false])
    func `a mode or an owner that the file gets during an edit stays`(_ isLeased: Bool) throws {
        let path = scratch("f")
        var isOver = false
        var number = 0
        while !isOver {
            try scratch.write("old", to: "f", mode: 0o644)
            if geteuid() == 0 { chown(path, 0, 0) }
            let moment = number
            let calls = RecordingCalls { (present, call) throws(Errno) in
                if present == moment {
                    chmod(path, 0o640)
                    if geteuid() == 0 { chown(path, 61_211, 61_211) }
                }
                if !isLeased, call.hasPrefix("lease") { throw .notSupported }
            }
            _ = try FileStore(calls: calls).put("new", path)
            isOver = calls.trace.count <= moment
            var status = stat()
            #expect(stat(path, &status) == 0)
            let call = isOver ? "the end" : calls.trace[moment]
            #expect(isOver || status.st_mode & 0o777 == 0o640, "before call \(moment), \(call)")
            #expect(isOver || geteuid() != 0 || status.st_uid == 61_211, "before call \(moment), \(call)")
            #expect(scratch.text(of: "f") == "new" && scratch.names == ["f"])
            number += 1
        }
        #expect(number > 20)
    }

    @Test func `two hundred writers at once lose no change`() throws {
        try scratch.write("", to: "f")
        let path = scratch("f")
        let failures = Counter()
        DispatchQueue.concurrentPerform(iterations: 200) { number in
            let added = try? FileStore(lockDeadline: 60_000, attempts: 50).update(path, policy: .ordinary) {
                $0.bytes + Array("\(number)\n".utf8)
            }
            if added == nil { _ = failures.next() }
        }
        let lines = (scratch.text(of: "f") ?? "").split(separator: "\n").compactMap { Int($0) }
        #expect(lines.sorted() == Array(0..<200))
        #expect(failures.next() == 1)
        #expect(scratch.names == ["f"])
    }
}

#if os(Linux)
    private let hasLeases = true
#else
    private let hasLeases = false
#endif

/// Whether somebody waits for a lease of this process to end.
private func isLeaseBreaking() -> Bool { breakingLeases() > 0 }

private func breakingLeases() -> Int {
    let locks = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
    return locks.split(separator: "\n").filter { $0.contains("BREAKING") && $0.contains(" \(getpid()) ") }.count
}

/// As Python's `open(path, "w")`: truncated at once, and written later.
@Sendable private func overwrite(_ path: String, _ text: String) {
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    _ = text.withCString { write(descriptor, $0, text.utf8.count) }
    close(descriptor)
}
