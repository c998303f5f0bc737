import CommandLineKit
import LosslessJSON
import Testing

@Suite struct SyncCommandTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `sync writes other clients' files and nothing twice`() throws {
        try home.writeToken(MadeUp.token)
        let first = home.run("sync", "--to", "mamba,rattler", "--json")
        #expect(first.status == .success && first.json["changed"] == true)
        #expect(
            home.text(of: ".rattler/credentials.json")
                == #"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.token)"}}"#)
        #expect(home.mode(of: ".mamba/auth/authentication.json") == 0o600)
        #expect(home.run("sync", "--to", "mamba", "--to", "rattler", "--json").json["changed"] == false)
        #expect(home.run("sync", "--to", "pixi").status == .usage)
        try home.writeToken(MadeUp.other)
        let replaced = home.run("sync", "--to", "rattler")
        #expect(replaced.status == .success && replaced.errors.contains(", in place of another that stood there\n"))
        let from = home.run("sync", "--from", "pixi", "--to", "keyring", "--url", "https://h.example/")
        #expect(from.status == .usage && from.errors.contains("hint: write rattler"))
        #expect(home.run("sync", "--from", "mamba").errors.contains("hint: --to keyring or --to conda-token"))
        #expect(home.run("sync").status == .usage)
    }
}
