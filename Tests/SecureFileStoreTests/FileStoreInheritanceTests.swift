import Foundation
import SecureFileStore
import TestSupport
import Testing

struct FileStoreInheritanceTests {
    let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    @Test(arguments: [0o600, 0o644, 0o664, 0o755, 0o640])
    func `a replaced file keeps its mode`(_ mode: Int) throws {
        try scratch.write("old", to: "f", mode: mode)
        try FileStore().put("new", scratch("f"))
        #expect(scratch.mode(of: "f") == mode)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func `a file of another user stays theirs`() throws {
        try scratch.write("old", to: "f", mode: 0o640)
        #expect(chown(scratch("f"), 1234, 2345) == 0)
        for policy in [FilePolicy.ordinary, .secret] {
            let update = try FileStore().put("new \(policy)", scratch("f"), policy: policy)
            #expect(update.warnings.isEmpty)
            let metadata = try #require(try FileStore().metadata(scratch("f")))
            #expect(metadata.user == 1234 && metadata.status.group == 2345)
            #expect(metadata.mode.octal == (policy == .secret ? "0600" : "0640"))
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func `a file whose owner cannot be kept is refused`() throws {
        try scratch.write("old", to: "f")
        #expect(chown(scratch("f"), 1234, 2345) == 0)
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "fchown" { throw .notPermitted } }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).put("new", scratch("f")) }
        #expect(error?.code == .permission)
        #expect(scratch.text(of: "f") == "old")
        #expect(scratch.names == ["f"])
    }

    @Test(
        .enabled(if: geteuid() == 0, "only root can give files away"),
        arguments: [(0o664, 0o644), (0o660, 0o600), (0o666, 0o666)])
    func `a group that cannot be kept gets no rights`(_ before: Int, _ after: Int) throws {
        try scratch.write("old", to: "f", mode: before)
        #expect(chown(scratch("f"), 0, 2345) == 0)
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "fchown" { throw .notPermitted } }
        let update = try FileStore(calls: calls).put("new", scratch("f"))
        #expect(update.warnings.count == 1)
        #expect(scratch.mode(of: "f") == after)
    }

    @Test func `extended attributes are kept where the file system has them`() throws {
        try scratch.write("old", to: "f")
        guard setAttribute("user.origin", "here", scratch("f")) else { return }
        try FileStore().put("new", scratch("f"))
        #expect(attribute("user.origin", scratch("f")) == "here")
    }

    @Test func `an attribute that may not be set is no reason to fail, a full disk is`() throws {
        try scratch.write("old", to: "f")
        guard setAttribute("user.origin", "here", scratch("f")) else { return }
        func store(_ errno: Errno) -> FileStore {
            FileStore(
                calls: RecordingCalls { (_, call) throws(Errno) in if call.hasPrefix("fsetxattr") { throw errno } })
        }
        #expect(throws: FileError.self) { try store(.noSpace).put("new", scratch("f")) }
        #expect(scratch.text(of: "f") == "old")
        #expect(try store(.notPermitted).put("new", scratch("f")).changed)
    }

    @Test func `a mode that cannot be set is a failure where the file system keeps modes`() throws {
        for policy in [FilePolicy.ordinary, .secret] {
            let calls = RecordingCalls { (_, call) throws(Errno) in
                if call.hasPrefix("fchmod") { throw .notPermitted }
            }
            #expect(throws: FileError.self) { try FileStore(calls: calls).put("new", scratch("f"), policy: policy) }
            #expect(scratch.names == [])
        }
    }

    @Test func `a file that is mounted by itself is named as such`() throws {
        try scratch.write("old", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in if call == "rename exchanging" { throw .busy } }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).put("new", scratch("f")) }
        #expect(error?.code == .io && error?.hint?.contains("mount its directory") == true)
        #expect(scratch.text(of: "f") == "old" && scratch.names == ["f"])
    }

    @Test func `a file with several names is replaced under one, and the user is told`() throws {
        try scratch.write("old", to: "f")
        try FileManager.default.linkItem(atPath: scratch("f"), toPath: scratch("g"))
        let update = try FileStore().put("new", scratch("f"))
        #expect(update.warnings.count == 1)
        #expect(scratch.text(of: "f") == "new")
        #expect(scratch.text(of: "g") == "old")
    }

    @Test func `a read-only file is not replaced`() throws {
        try scratch.write("old", to: "f", mode: 0o444)
        // As root would be told otherwise.
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call == "faccessat write" { throw .accessDenied }
        }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).put("new", scratch("f")) }
        #expect(error?.code == .permission)
        #expect(scratch.text(of: "f") == "old")
    }

    @Test func `a directory that may not be written is named, with what to do`() throws {
        try scratch.write("old", to: "f")
        let calls = RecordingCalls { (_, call) throws(Errno) in
            if call.hasPrefix("open create") { throw .accessDenied }
        }
        let error = #expect(throws: FileError.self) { try FileStore(calls: calls).put("new", scratch("f")) }
        #expect(error?.code == .permission && error?.path == scratch("f") && error?.hint != nil)
    }

    private func setAttribute(_ name: String, _ value: String, _ path: String) -> Bool {
        guard let descriptor = try? NativeSystemCalls().open(path, in: .workingDirectory, .read)
        else { return false }
        defer { try? NativeSystemCalls().close(descriptor) }
        return (try? NativeSystemCalls().setAttribute(descriptor, name, Array(value.utf8))) != nil
    }

    private func attribute(_ name: String, _ path: String) -> String? {
        guard let descriptor = try? NativeSystemCalls().open(path, in: .workingDirectory, .read)
        else { return nil }
        defer { try? NativeSystemCalls().close(descriptor) }
        return (try? NativeSystemCalls().attribute(descriptor, name)).map { String(decoding: $0, as: UTF8.self) }
    }
}
