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

    /// The calls of some kinds that the program makes, and that do not fail.
    private func calls(_ kinds: String, by arguments: [String], status: Int32) throws -> [Substring] {
        let program = try BuiltProgram("keyring-tool").path
        let outcome = try BuiltProgram(path: "/usr/bin/strace").run(
            ["-f", "-e", "trace=\(kinds)", "-o", "HOME/trace", program] + arguments, in: home)
        #expect(outcome.status == status, "\(outcome.errors)")
        return try #require(home.text(of: "trace")).split(separator: "\n").filter { !$0.contains(" = -1 ") }
    }

    /// How often the program opens the file of each store.
    private func opened(
        by arguments: [String], of command: [String] = ["migrate", "--org", "acme"], status: Int32 = 0
    ) throws -> (source: Int, destination: Int) {
        let calls = try calls("open,openat,openat2", by: command + arguments, status: status)
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

    /// conda takes the tokens of the premium channels from the keyring.
    private static let handler =
        "channel_settings:\n  - channel: https://repo.anaconda.cloud/*\n    auth: anaconda-auth\n"

    @Test func `what conda would send is found out of what the migration has read`() throws {
        try home.write(Array(Self.handler.utf8), to: ".condarc")
        #expect(try opened(by: ["--remove-source", "-n"]) == (source: 1, destination: 1))
    }

    @Test func `doctor opens the keyring and a configuration file once, for all of its checks`() throws {
        let entry = Array(#"{"domain": "anaconda.com", "repo_tokens": [{"token": "made-up-token-keyring-01"}]}"#.utf8)
        let payload = Data(entry).base64EncodedString()
        try home.write(Array(#"{"Anaconda Cloud": {"anaconda.com": "\#(payload)"}}"#.utf8), to: ".anaconda/keyring")
        let text = Self.handler + "channels:\n  - https://h.example/t/made-up-token-0001/c\n"
        try home.write(Array(text.utf8), to: ".condarc")
        let calls = try calls("open,openat,openat2", by: ["doctor"], status: 1)
        for name in ["keyring", ".condarc", Self.tokenFile] {
            #expect(calls.count { $0.contains("\"\(name)\"") || $0.contains("/\(name)\"") } == 1, "\(name)")
        }
    }

    @Test func `doctor opens the file of a conda-token once, for all of its checks`() throws {
        #expect(try opened(by: [], of: ["doctor"], status: 1).source == 1)
    }

    @Test func `doctor writes a configuration file once, however many tokens it takes out of it`() throws {
        let urls = (1...3).map { "https://h\($0).example/t/made-up-token-0\($0)/c" }
        let text = "channels:\n" + urls.map { "  - \($0)\n" }.joined()
        try home.write(Array(text.utf8), to: ".condarc")
        let renames = try calls("renameat,renameat2", by: ["doctor", "--fix"], status: 0)
        #expect(renames.count { $0.contains("\".condarc\", RENAME_EXCHANGE") } == 1, "\(renames)")
        #expect(renames.count { $0.contains(".token\"") } == 3, "\(renames)")
        #expect(home.text(of: ".condarc")?.contains("made-up") == false)
    }

    @Test func `a move also opens the destination to flush it, and the source to remove what it compares`() throws {
        let opened = try opened(by: ["--remove-source"])
        #expect(opened == (source: 2, destination: 4))
        #expect(home.bytes(of: ".config/binstar/\(Self.tokenFile)") == nil)
    }
}
