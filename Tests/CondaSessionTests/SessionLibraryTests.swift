import CondaSession
import Condarc
import Foundation
import TestSupport
import Testing

@Suite struct SessionLibraryTests {
    private let directory: TemporaryDirectory
    private let session: Session

    init() throws {
        directory = try TemporaryDirectory()
        session = Session(environment: ["HOME": directory.path], currentDirectory: directory.path)
    }

    @Test func `a file that is made with a secret in it is its owner's alone`() throws {
        #expect(
            try session.edit("f") { _ = try $0.insert("channels", ["https://u:made-up-pw@h.example/c"], at: .end) })
        let attributes = try FileManager.default.attributesOfItem(atPath: directory("f"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `an edit that leaves the file as it was says so`() throws {
        #expect(try session.edit("f") { _ = try $0.insert("channels", ["a"], at: .end) })
        #expect(try !session.edit("f") { _ = try $0.insert("channels", ["a"], at: .end) })
        #expect(directory.text(of: "f") == "channels:\n  - a\n")
    }

    @Test func `a list comes in the order that conda uses, and a map is no list`() throws {
        _ = try session.edit(".condarc") { _ = try $0.insert("channels", ["a", "b"], at: .end) }
        #expect(try session.effectiveValues(of: "channels").count == 2)
        #expect(throws: (any Error).self) { try session.effectiveValues(of: "proxy_servers") }
    }
}
