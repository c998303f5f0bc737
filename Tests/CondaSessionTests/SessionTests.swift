import Condarc
import Foundation
import HostPlatform
import SecureFileStore
import TestSupport
import Testing

@testable import CondaSession

@Suite struct SessionTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func session(_ environment: [String: String] = [:]) -> Session {
        Session(environment: ["HOME": scratch.path].merging(environment) { $1 }, currentDirectory: scratch.path)
    }

    @Test(arguments: [
        ("there", true), ("$D/there", true), ("${D}/there", true), ("none", false), ("~/there", false),
        ("$NONE/there", false), ("loop", false),
    ])
    func `a path is there as conda means it: with variables, and without a home`(path: String, isThere: Bool) throws {
        try scratch.write("", to: "there")
        try scratch.link("loop", to: "loop")
        #expect(session(["D": scratch.path]).pathExists(path) == isThere)
    }

    @Test func `the sources of this machine make one list`() throws {
        try scratch.write("channels: [a, b]\nssl_verify: no\n", to: ".condarc")
        let session = session(["CONDA_CHANNELS": "c"])
        #expect(try session.effectiveValues(of: "channels").map(\.text) == ["c", "a", "b"])
        #expect(try session.effectiveValues(of: "verify_ssl").count == 1)
        #expect(throws: CondarcError.self) { try session.effectiveValues(of: "chanels") }
        #expect(throws: CondarcError.self) { try session.effectiveValues(of: "proxy_servers") }
        try scratch.write("channels: {a: b}\n", to: ".condarc")
        #expect(throws: CondarcProblems.self) { try session.effectiveValues(of: "channels") }
    }

    @Test func `an edit changes the file, or nothing at all`() throws {
        struct Refused: Error {}
        try scratch.write("# mine\nchannels: [a]\n", to: ".condarc")
        let session = session()
        #expect(try session.edit(".condarc") { try $0.set("offline", to: "true") })
        #expect(try !session.edit(".condarc") { try $0.set("offline", to: "yes") })
        let text = scratch.text(of: ".condarc")
        #expect(text == "# mine\nchannels: [a]\noffline: true\n")
        #expect(throws: Refused.self) {
            try session.edit(".condarc") {
                try $0.set("offline", to: "false")
                throw Refused()
            }
        }
        #expect(throws: CondarcError.self) { try session.edit(".condarc") { try $0.set("offline", to: "perhaps") } }
        #expect(scratch.text(of: ".condarc") == text)
    }

    @Test(
        arguments: [
            ("condarc.yaml", "did you mean 'condarc.yml'?"), ("d/condarc.yml", "there is no directory"),
            ("https://h/condarc", "nothing is downloaded"),
            ("other.txt", "the name counts from"), ("a.yml", "the name counts from"),
        ])
    func `of a file that is not there it is told what may be meant`(name: String, hint: String) throws {
        try scratch.write("", to: "condarc.yml")
        #expect(session().hint(forMissing: name)?.contains(hint) == true, "\(session().hint(forMissing: name) ?? "-")")
    }

    @Test func `the base installation is where it is said to be, and its packages are listed`() throws {
        try scratch.write("", to: "root/conda-meta/python-3.12.1-0.json")
        #expect(session().installedInBase(root: scratch("root")) == ["python-3.12.1-0.json"])
        #expect(session().installedInBase(root: nil) == [] && session().installedInBase(root: scratch("none")) == [])
        #expect(session().root(option: scratch("root")) == scratch("root"))
    }
}
