import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreStreamsTests {
    let scratch: TemporaryDirectory
    let store = FileStore()

    init() throws { scratch = try TemporaryDirectory() }

    @Test func `an input may be a pipe that stands open, by the name the system gives it`() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { close(ends[0]) }
        #expect(write(ends[1], "token", 5) == 5)
        close(ends[1])
        let input = try store.input("/dev/fd/\(ends[0])", limit: 100)
        #expect(input.bytes == Array("token".utf8) && input.status?.kind == .pipe)
    }

    @Test func `a pipe that stands open is no file to be changed`() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let path = "/dev/fd/\(ends[0])"
        let errors = [
            #expect(throws: FileError.self) { try store.snapshot(path) },
            #expect(throws: FileError.self) {
                try store.update(path, policy: .ordinary) { _ in FileChange(Array("a".utf8), telling: ()) }
            },
        ]
        #expect(errors.allSatisfy { $0?.code == .notARegularFile && $0?.message == "\(path) is a pipe, not a file" })
    }

    @Test func `a named pipe is read when its writer comes`() throws {
        let path = scratch("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let writer = Thread {
            // Waits in turn, for the reader.
            let descriptor = open(path, O_WRONLY)
            _ = write(descriptor, "one", 3)
            _ = write(descriptor, "two", 3)
            close(descriptor)
        }
        writer.start()
        #expect(try store.input(path, limit: 10).bytes == Array("onetwo".utf8))
    }

    @Test func `a file is read through its link, a directory not, and what is not there is absent`() throws {
        try scratch.write("12345", to: "f", mode: 0o604)
        try scratch.link("l", to: "f")
        let input = try store.input(scratch("l"), limit: 5)
        #expect(input.bytes.count == 5 && input.mode?.octal == "0604" && input.resolvedPath == scratch("f"))
        #expect(try !store.input(scratch("no"), limit: 5).exists)
        #expect(try store.input("/dev/null", limit: 5).bytes == [])
        let tooLarge = #expect(throws: FileError.self) { try store.input(scratch("f"), limit: 4) }
        #expect(tooLarge?.code == .tooLarge)
        let directory = #expect(throws: FileError.self) { try store.input(scratch.path, limit: 5) }
        #expect(directory?.code == .notARegularFile)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
    func `a link of another user to what is not theirs is not followed, be it to a pipe or an open file`() throws {
        try scratch.write("secret", to: "f", mode: 0o600)
        #expect(mkfifo(scratch("pipe"), 0o600) == 0)
        let descriptor = open(scratch("f"), O_RDONLY)
        defer { close(descriptor) }
        for target in ["f", "pipe", "/proc/self/fd/\(descriptor)", "/dev/null"] {
            try scratch.link("l", to: target)
            #expect(lchown(scratch("l"), 61_211, 61_211) == 0)
            let error = #expect(throws: FileError.self) { try store.input(scratch("l"), limit: 10) }
            #expect(error?.code == .permission, "\(target)")
            #expect(unlink(scratch("l")) == 0)
        }
        #expect(try store.input("/dev/fd/\(descriptor)", limit: 10).bytes == Array("secret".utf8))
    }

    @Test func `an input without an end ends at the limit`() throws {
        let error = #expect(throws: FileError.self) { try store.input("/dev/zero", limit: 100_000) }
        #expect(error?.code == .tooLarge)
    }
}
