import Foundation
import SecureFileStore
import TestSupport
import Testing

/// What an edit leaves open: nothing that keeps others from the file, and nothing that is closed again later.
@Suite struct FileStoreHeldFileTests {
    let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    #if os(Linux)
        /// What a process has that was started and does not run its own program yet.
        private static func copies(ofFileAt path: String) -> [Int32] {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
            let found = all.filter {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
            }
            return found.map { fcntl(Int32($0) ?? -1, F_DUPFD_CLOEXEC, 0) }
        }

        @Test func `a process that is started during an edit keeps nobody from reading or writing the file after it`()
            throws
        {
            try scratch.write("old", to: "f")
            let (path, temporary) = (scratch("f"), scratch(".f.condarc-toolkit-tmp"))
            nonisolated(unsafe) var kept: [Int32] = []
            defer { kept.forEach { close($0) } }
            let calls = RecordingCalls { (_, call) throws(Errno) in
                if call == "rename exchanging" { kept += Self.copies(ofFileAt: temporary) }
            }
            try FileStore(calls: calls).put("new", path)
            try #require(kept.count == 1)
            expectOpens(path)
            #expect(scratch.text(of: "f") == "new")
        }

        @Test(arguments: [nil, "new"])
        func `nor does one that is started when the file has been read`(_ content: String?) throws {
            let path = scratch("f")
            try scratch.write("old", to: "f")
            var kept: [Int32] = []
            defer { kept.forEach { close($0) } }
            struct Refused: Error {}
            _ = try? FileStore().update(path, policy: .ordinary) { _ in
                kept += Self.copies(ofFileAt: path)
                guard content == nil else { throw Refused() }
                return nil
            }
            try #require(kept.count == 1)
            expectOpens(path)
        }

        /// That it can be opened at once; a lease would have to be waited for.
        private func expectOpens(_ path: String) {
            let descriptor = open(path, O_RDWR | O_NONBLOCK)
            #expect(descriptor >= 0, "\(Errno(rawValue: errno).meaning)")
            if descriptor >= 0 { close(descriptor) }
        }
    #endif

    @Test(arguments: [FilePolicy.ordinary, .secret])
    func `each descriptor is closed, and only once, whatever call fails`(_ policy: FilePolicy) throws {
        try scratch.write("old", to: "real/f", mode: 0o600)
        try scratch.link("directory", to: scratch("real"))
        try scratch.link("file", to: scratch("directory/f"))
        for path in [scratch("file"), scratch("directory/a/b/new")] {
            var failing = 0
            var isOver = false
            while !isOver {
                let number = failing
                let calls = RecordingCalls { (present, call) throws(Errno) in
                    // As on a system that cannot open a path without links: it is gone name by name.
                    if call.hasPrefix("openat2") { throw .noSystemCall }
                    if present == number { throw .inputOutput }
                }
                _ = try? FileStore(calls: calls).put("new \(number)", path, policy: policy)
                #expect(calls.strayCloses == 0, "\(calls.trace[min(number, calls.trace.count - 1)]), call \(number)")
                #expect(calls.stillOpen == 0, "\(calls.trace[min(number, calls.trace.count - 1)]), call \(number)")
                isOver = calls.trace.count <= number
                failing += 1
            }
            #expect(failing > 20)
        }
    }
}
