import CondaSession
import Condarc
import Foundation
import LosslessYAML
import SecureFileStore
import TestSupport
import Testing

@Suite struct StoredSourceFilesTests {
    private let directory: TemporaryDirectory
    private let files: StoredSourceFiles

    init() throws {
        directory = try TemporaryDirectory()
        files = StoredSourceFiles(store: FileStore(), limit: 64)
    }

    @Test func `a file gives its bytes, a directory its names`() throws {
        try directory.write("offline: true\n", to: "condarc.d/a.yml")
        #expect(files.kind(of: directory("condarc.d")) == .directory)
        #expect(files.names(in: directory("condarc.d")) == ["a.yml"])
        #expect(files.kind(of: directory("condarc.d/a.yml")) == .file)
        #expect(try files.bytes(of: directory("condarc.d/a.yml")) == Array("offline: true\n".utf8))
    }

    @Test func `as much is read of a file as the reader of YAML takes`() {
        #expect(SizeLimit.configuration == DocumentLimits.size)
    }

    @Test func `what is not there has no kind and no names`() {
        #expect(files.kind(of: directory("none")) == .none)
        #expect(files.names(in: directory("none")) == nil)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make what belongs to others"))
    func `a directory behind a link that is not trusted is read with an error, for conda would follow it`() throws {
        try directory.write("offline: true\n", to: "real/a.yml")
        try directory.link("condarc.d", to: "real")
        #expect(lchown(directory("condarc.d"), 4321, 4321) == 0)
        #expect(files.kind(of: directory("condarc.d")) == .refused)
        #expect(files.kind(of: directory("real")) == .directory)
        let error = #expect(throws: CondarcError.self) { try files.bytes(of: directory("condarc.d")) }
        #expect(error?.description.contains("is not followed") == true)
    }

    @Test func `a pipe is neither, and reading it does not wait`() {
        #expect(mkfifo(directory("pipe"), 0o600) == 0)
        #expect(files.kind(of: directory("pipe")) == .other)
        #expect(throws: CondarcError.self) { try files.bytes(of: directory("pipe")) }
    }

    @Test func `a file over the limit is unreadable, and named`() throws {
        try directory.write(String(repeating: "#", count: 65), to: "large")
        let error = #expect(throws: CondarcError.self) { try files.bytes(of: directory("large")) }
        #expect(error?.code == .unreadable)
        #expect(error?.path == directory("large"))
    }
}
