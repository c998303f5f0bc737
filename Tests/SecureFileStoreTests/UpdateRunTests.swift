import Foundation
import TestSupport
import Testing

@testable import SecureFileStore

@Suite struct UpdateRunTests {
    let scratch: TemporaryDirectory
    let calls = RecordingCalls()
    var store: FileStore { FileStore(calls: calls, lockDeadline: 1000) }

    init() throws { scratch = try TemporaryDirectory() }

    @Test(arguments: ["d/", "d/.", "d/..", "/"])
    func `a directory's own path is no file's`(_ name: String) throws {
        try scratch.write("", to: "d/f")
        var run = UpdateRun(store, scratch(name))
        #expect(throws: FileError.self) { try run.place(.ordinary) }
        run.end()
        #expect(calls.stillOpen == 0 && calls.strayCloses == 0)
    }

    @Test(arguments: [
        ("/home/no-such-user-here/.anaconda/keyring", "/home/no-such-user-here"),
        ("/Users/no-such-user-here/f", "/Users/no-such-user-here"), ("/home/.no-such/d/f", nil), ("/homes/no/d/f", nil),
    ])
    func `the home of a user who is not there is not made, and no other directory is kept from being`(
        path: String, home: String?
    ) throws {
        var run = UpdateRun(store, path)
        defer { run.end() }
        guard let home else {
            #expect(try run.place(.secret).directory == nil)
            return
        }
        let error = #expect(throws: FileError.self) { try run.place(.secret) }
        #expect(error?.code == .notFound)
        #expect(error?.message == "there is no directory \(home), so \(path) is in no user's home")
    }

    @Test func `all that was opened is closed, however often the place was sought`() throws {
        try scratch.write("old", to: "f")
        var run = UpdateRun(store, scratch("f"))
        for _ in 0..<3 {
            let place = try run.place(.ordinary)
            #expect(try run.hold(place, limit: 10).snapshot.bytes == Array("old".utf8))
            #expect(try run.lock(place) != nil)
        }
        // The lock stays the same one.
        #expect(calls.trace.count { $0 == "flock" } == 1)
        run.end()
        #expect(calls.stillOpen == 0 && calls.strayCloses == 0)
        #expect(scratch.names == ["f"])
    }

    @Test func `after a wait for another's lock all is to be read again`() throws {
        try scratch.write("old", to: "f")
        try scratch.write("", to: "busy")
        let busy = scratch("busy")
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call == "flock", unlink(busy) == 0 { throw .wouldBlock }
        }
        var run = UpdateRun(FileStore(calls: calls), scratch("f"))
        let place = try run.place(.ordinary)
        #expect(try run.lock(place) == nil)
        #expect(try run.lock(place) != nil)
        run.end()
        #expect(calls.stillOpen == 0 && scratch.names == ["f"])
    }

    @Test func `directories that were made for nothing go again, and those that were there stay`() throws {
        try scratch.write("", to: "there/f")
        var run = UpdateRun(store, scratch("there/a/b/f"))
        try run.makeDirectory(of: try run.place(.secret))
        #expect(scratch.mode(of: "there/a/b") == 0o700)
        run.removeMadeDirectories()
        run.end()
        #expect(scratch.names(in: "there") == ["f"])
        #expect(calls.stillOpen == 0 && calls.strayCloses == 0)
    }
}
