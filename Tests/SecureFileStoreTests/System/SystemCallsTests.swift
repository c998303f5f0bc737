import Foundation
import SecureFileStore
import TestSupport
import Testing

/// What every implementation promises: the one that makes the calls, and the one that other tests look through.
@Suite struct SystemCallsTests {
    static let implementations: [any SystemCalls] = [NativeSystemCalls(), RecordingCalls()]
    let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func directory(_ calls: some SystemCalls) throws -> FileDescriptor {
        try calls.open(scratch.path, in: .workingDirectory, .directory)
    }

    private func write(_ text: String, _ file: FileDescriptor, _ calls: some SystemCalls) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty { rest = rest.dropFirst(try rest.withUnsafeBytes { try calls.write(file, $0) }) }
    }

    @Test(arguments: implementations)
    func `a new file is this user's alone, and can be read back, emptied and not made twice`(_ calls: any SystemCalls)
        throws
    {
        let place = try directory(calls)
        let file = try calls.open("f", in: place, .create)
        try write("made up", file, calls)
        try calls.seek(file, to: 5)
        var buffer = [UInt8](repeating: 0, count: 9)
        #expect(try buffer.withUnsafeMutableBytes { try calls.read(file, into: $0) } == 2)
        #expect(buffer.starts(with: "up".utf8))
        #expect(try buffer.withUnsafeMutableBytes { try calls.read(file, into: $0) } == 0)
        let status = try calls.status(of: file)
        #expect(status.mode == .secretFile && status.size == 7 && status.user == calls.userID())
        #expect(try calls.status(at: "f", in: place) == status)
        #expect(throws: Errno.exists) { try calls.open("f", in: place, .create) }
        try calls.empty(file)
        #expect(try calls.status(of: file).size == 0)
        try calls.close(file)
        #expect(throws: Errno.badDescriptor) { try calls.status(of: file) }
        try calls.close(place)
    }

    @Test(arguments: implementations)
    func `a link is followed only where the user named it`(_ calls: any SystemCalls) throws {
        try scratch.write("x", to: "d/f")
        try scratch.link("l", to: "d/f")
        try scratch.link("e", to: "d")
        let place = try directory(calls)
        #expect(throws: Errno.tooManyLinks) { try calls.open("l", in: place, .read) }
        #expect(throws: Errno.exists) { try calls.open("l", in: place, .create) }
        #expect(throws: Errno.self) { try calls.open("e", in: place, .passage) }
        #expect(throws: Errno.self) { try calls.openWithoutLinks(scratch("e"), .directory) }
        #expect(try calls.status(at: "l", in: place).kind == .link)
        #expect(try calls.linkDestination("l", in: place) == "d/f")
        #expect(throws: Errno.invalid) { try calls.linkDestination("d", in: place) }
        let stream = try calls.open("l", in: place, .readStream)
        #expect(try calls.status(of: stream).kind == .file)
        try calls.close(stream)
        try calls.close(place)
    }

    @Test(arguments: implementations)
    func `a rename replaces, spares or exchanges what has the new name`(_ calls: any SystemCalls) throws {
        let place = try directory(calls)
        try scratch.write("a", to: "a")
        try scratch.write("b", to: "b")
        #expect(throws: Errno.exists) { try calls.rename("a", to: "b", in: place, .exclusively) }
        #expect(scratch.text(of: "a") == "a" && scratch.text(of: "b") == "b")
        try calls.rename("a", to: "b", in: place, .exchanging)
        #expect(scratch.text(of: "a") == "b" && scratch.text(of: "b") == "a")
        #expect(throws: Errno.notFound) { try calls.rename("a", to: "c", in: place, .exchanging) }
        try calls.rename("a", to: "c", in: place, .exclusively)
        try calls.rename("c", to: "b", in: place, .replacing)
        #expect(scratch.names == ["b"] && scratch.text(of: "b") == "b")
        try calls.close(place)
    }

    @Test(arguments: implementations)
    func `a lock is of one descriptor, and goes when that is closed`(_ calls: any SystemCalls) throws {
        let place = try directory(calls)
        let one = try calls.open("f", in: place, .create)
        let other = try calls.open("f", in: place, .read)
        try calls.lock(one)
        #expect(throws: Errno.wouldBlock) { try calls.lock(other) }
        try calls.close(one)
        try calls.lock(other)
        try calls.close(other)
        try calls.close(place)
    }

    @Test(arguments: implementations)
    func `a directory is made for this user, and only an empty one is removed`(_ calls: any SystemCalls) throws {
        let place = try directory(calls)
        try calls.makeDirectory("d", in: place)
        #expect(throws: Errno.exists) { try calls.makeDirectory("d", in: place) }
        #expect(scratch.mode(of: "d") == 0o700)
        try scratch.write("", to: "d/f", mode: 0o644)
        #expect(throws: Errno.self) { try calls.removeDirectory("d", in: place) }
        #expect(throws: Errno.self) { try calls.unlink("d", in: place) }
        // Nobody runs what has no right to be run, not even root.
        #expect(throws: Errno.accessDenied) { try calls.checkAccess("d/f", in: place, .execute) }
        try calls.setMode(at: "d/f", in: place, FileMode(rawValue: 0o755))
        try calls.checkAccess("d/f", in: place, .execute)
        try calls.unlink("d/f", in: place)
        try calls.removeDirectory("d", in: place)
        #expect(try calls.names(in: place) == [])
        try calls.close(place)
    }
}
