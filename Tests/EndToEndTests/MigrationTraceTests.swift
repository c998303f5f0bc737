import Foundation
import Testing

/// What a migration asks of the system, seen from outside.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not here"))
struct MigrationTraceTests {
    private static let tokenFile = "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"
    private let home: ScratchHome

    init() throws {
        home = try ScratchHome()
        try home.write(Array("made-up-token-0123456789".utf8), to: ".config/binstar/\(Self.tokenFile)")
        try home.write(Array("{}".utf8), to: ".anaconda/keyring")
    }

    /// How often the program opens the file of each store.
    private func opened(
        by arguments: [String], of command: [String] = ["migrate", "--org", "acme"], status: Int32 = 0
    ) throws -> (source: Int, destination: Int) {
        let program = try BuiltProgram("keyring-tool").path
        let outcome = try BuiltProgram(path: "/usr/bin/strace").run(
            ["-f", "-e", "trace=open,openat,openat2", "-o", "HOME/trace", program] + command + arguments,
            in: home)
        #expect(outcome.status == status, "\(outcome.errors)")
        let calls = try #require(home.text(of: "trace")).split(separator: "\n").filter { !$0.contains(" = -1 ") }
        func count(_ name: String) -> Int { calls.count { $0.contains("\"\(name)\"") || $0.contains("/\(name)\"") } }
        return (count(Self.tokenFile), count("keyring"))
    }

    @Test(arguments: [[], ["--remove-source"]])
    func `planning opens the file of each store once`(_ arguments: [String]) throws {
        #expect(try opened(by: arguments + ["-n"]) == (source: 1, destination: 1))
    }

    @Test func `a copy opens the source once, and the destination to read, replace and read it back`() throws {
        let opened = try opened(by: [])
        #expect(opened == (source: 1, destination: 3))
    }

    @Test func `doctor opens the file of a conda-token once, for all of its checks`() throws {
        #expect(try opened(by: [], of: ["doctor"], status: 1).source == 1)
    }

    @Test func `a move also opens the destination to flush it, and the source to remove what it compares`() throws {
        let opened = try opened(by: ["--remove-source"])
        #expect(opened == (source: 2, destination: 4))
        #expect(home.bytes(of: ".config/binstar/\(Self.tokenFile)") == nil)
    }
}
