import CommandLineKit
import LosslessJSON
import Testing

@testable import KeyringTool

@Suite struct GetCommandTests {
    let home: ToolHome

    init() throws {
        home = try ToolHome()
        try home.writeTokensOfBothStores(key: MadeUp.apiKey(expires: 4_000_000_000))
    }

    @Test(arguments: [
        (["--org", "two"], MadeUp.other), (["--org", "one", "--domain", "own.example"], "own-token"),
        (["--no-org"], "site-token"), (["--url", "https://repo.anaconda.cloud/repo/"], "file-token"),
        (["--url", "https://repo.anaconda.cloud/repo"], "file-token"), (["--domain", "own.example"], "own-token"),
    ])
    func `the options pick one token`(options: [String], token: String) {
        let outcome = home.run(["get"] + options)
        #expect(outcome.status == .success)
        #expect(outcome.output == token + "\n")
        #expect(home.run(["get", "--json"] + options).json["token"] == .string(token))
    }

    @Test(arguments: [[], ["--org", "one"], ["--store", "keyring"], ["--store", "conda-token"]])
    func `several that fit are an error, and none is shown`(options: [String]) {
        let outcome = home.run(["get"] + options)
        #expect(outcome.status == .badData)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.contains("-token-") && !outcome.errors.contains("own-token"))
    }

    @Test func `one that is not there is a negative answer`() {
        #expect(home.run("get", "--org", "three").status == .negative)
        #expect(home.run("get", "--org", "three", "--json").json["token"] == .some(.null))
        #expect(home.run("remove", "--org", "three").status == .success)
    }
}
