import CommandLineKit
import LosslessJSON
import Testing

@Suite struct GetCommandTests {
    let home: ToolHome

    init() throws {
        home = try ToolHome()
        try home.writeTokensOfBothStores(key: MadeUp.apiKey(expires: 4_000_000_000))
    }

    @Test func `quiet leaves out the hint with what it belongs to`() throws {
        let home = try ToolHome()
        try home.writeToken(MadeUp.token)
        #expect(home.run("get", "--org", "other").errors.contains("  hint: "))
        let quiet = home.run("get", "--org", "other", "-q")
        #expect(quiet.status == .negative && quiet.errors.isEmpty)
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

    @Test func `one that is in another store is met with that store's name`() {
        let outcome = home.run("get", "--org", "two", "--store", "conda-token")
        #expect(outcome.status == .negative && outcome.errors.contains("hint: it is in keyring: --store keyring"))
        #expect(home.run("get", "--org", "two", "--store", "keyring").status == .success)
        let removal = home.run("remove", "--org", "two", "--store", "conda-token")
        #expect(removal.status == .success && removal.errors.contains("hint: it is in keyring: --store keyring"))
        #expect(!removal.errors.contains("nor any other"))
    }

    @Test(arguments: [
        (["which", "conda-forge", "main"], "one channel"),
        (["sync", "--to", "mamba", "rattler"], "--to mamba,rattler"),
        (["migrate", "one", "two"], "--from STORE and --to STORE"),
        (["migrate", "keyring"], "migrate --to keyring, or --from keyring"),
        (["get", "one"], "keyring-tool get --org one"),
        (["remove", "https://h.example/c"], "remove --url https://h.example/c"),
        (["get", "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef"], "by options, such as --org ORG"),
        (["report", "one"], "every store"),
    ])
    func `an argument too many is met with how that command is told what is meant`(arguments: [String], hint: String) {
        let outcome = home.run(arguments)
        #expect(outcome.status == .usage && outcome.errors.contains(hint))
    }

    @Test func `one that is not there is a negative answer`() {
        #expect(home.run("get", "--org", "three").status == .negative)
        #expect(home.run("get", "--org", "three", "--json").json["token"] == .some(.null))
        #expect(home.run("remove", "--org", "three").status == .success)
    }
}
