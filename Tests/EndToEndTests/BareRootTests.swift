import Foundation
import TestSupport
import Testing

/// The programs where there is nothing but them: no `/proc`, no `/dev`, no library, as while an image is built.
@Suite(.enabled(if: BareRoot.isPossible, "only root can change the root directory, and only static programs run there"))
struct BareRootTests {
    @Test func `a configuration is edited where there is nothing else`() throws {
        let root = try BareRoot("condarc-tool")
        try root.home.write(Array("channels:\n  - a\n".utf8), to: "home/.condarc")
        let outcome = try root.run(["append", "channels", "b"])
        #expect(outcome == .init(status: 0, output: "", errors: outcome.errors))
        #expect(root.home.text(of: "home/.condarc") == "channels:\n  - a\n  - b\n")
        #expect(try root.run(["get", "channels"]).output.contains("--add channels 'b'"))
    }

    @Test func `arguments arrive as they are where there is nothing else`() throws {
        let root = try BareRoot("condarc-tool")
        let outcome = try root.run(["no-such-command"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("condarc-tool: error: "))
        #expect(outcome.errors.contains("no-such-command"))
    }

    @Test func `a token is stored and read where there is nothing else`() throws {
        let root = try BareRoot("keyring-tool")
        try root.home.write(Array("made-up-token-0123456789\n".utf8), to: "home/token")
        let stored = try root.run(["set", "--store", "keyring", "--org", "o", "--token-file", "/home/token"])
        #expect(stored.status == 0, "\(stored.errors)")
        #expect(try root.run(["get", "--store", "keyring", "--org", "o"]).output == "made-up-token-0123456789\n")
        #expect(try root.run(["report"]).status == 0)
    }
}
