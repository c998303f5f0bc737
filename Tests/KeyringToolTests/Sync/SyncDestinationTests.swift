import CommandLineKit
import CondaCredentials
import LosslessJSON
import Testing

@testable import KeyringTool

@Suite struct SyncDestinationTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    private func names(_ texts: [String], withOwn: Bool = false) throws -> [String] {
        try SyncDestination.kinds(named: texts, withOwn: withOwn).map(\.name.rawValue)
    }

    @Test func `stores are named one by one or in a row, each once`() throws {
        #expect(try names(["mamba,rattler", "mamba"]) == ["mamba", "rattler"])
        #expect(try names(["keyring"], withOwn: true) == ["keyring"])
    }

    @Test(arguments: [
        (["pixi"], "write rattler"), (["all"], "write anaconda-client,mamba,rattler"),
        (["keyring"], "did you mean 'keyring-tool migrate --to keyring'?"), (["mamb"], "did you mean 'mamba'?"),
        (["x"], "it takes "), ([], "--to mamba,rattler"),
    ])
    func `what is no place to copy to is told`(texts: [String], hint: String) {
        let error = #expect(throws: CommandError.self) { try names(texts) }
        #expect(error?.code == .usage && error?.hint?.contains(hint.prefix(9)) == true, "\(error?.hint ?? "-")")
    }

    @Test func `a copy at a client is replaced, a token of conda's own is not`() throws {
        try home.writeToken(MadeUp.token)
        try home.write(#"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.other)"}}"#, to: ".rattler/credentials.json")
        let own = home.run(
            "sync", "--from", "rattler", "--to", "conda-token", "--url", "https://repo.anaconda.cloud/repo/")
        #expect(
            own.status == .badData && own.errors.contains("holds another token")
                && own.errors.contains("keyring-tool remove --store conda-token"))
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == MadeUp.token)
        #expect(home.run("sync", "--to", "rattler").status == .success)
        #expect(home.text(of: ".rattler/credentials.json")?.contains(MadeUp.token) == true)
    }
}
