import CommandLineKit
import LosslessJSON
import Testing

@testable import KeyringTool

@Suite struct GetAndRemoveTests {
    let home: ToolHome
    private let key = MadeUp.apiKey(expires: 4_000_000_000)

    init() throws {
        home = try ToolHome()
        try home.write(
            MadeUp.keyring([
                (
                    "anaconda.com",
                    MadeUp.payload(
                        tokens: [("one", MadeUp.token), ("two", MadeUp.other), (nil, "site-token")], key: key)
                ),
                ("own.example", MadeUp.payload(domain: "own.example", tokens: [("one", "own-token")])),
            ]), to: ".anaconda/keyring")
        try home.writeToken("file-token")
        try home.writeToken("login-token", url: "https%3A%2F%2Fapi.anaconda.org.token")
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

    @Test func `one token is removed, and a second time nothing changes`() {
        let outcome = home.run("remove", "--org", "two", "--diff", "--json")
        #expect(outcome.status == .success && outcome.json["changed"] == true)
        #expect(home.run("get", "--org", "two").status == .negative)
        #expect(home.run("get", "--no-org").status == .success)
        let again = home.run("remove", "--org", "two", "--json")
        #expect(again.status == .success && again.json["changed"] == false)
    }

    @Test func `all removes repo tokens and leaves API keys and logins`() {
        #expect(home.run("remove", "--all").status == .usage)
        #expect(home.run("remove", "--all", "--store", "keyring").status == .success)
        #expect(home.run("get", "--store", "keyring").output == key + "\n")
        #expect(home.run("remove", "--all", "--store", "conda-token").status == .success)
        #expect(home.run("get", "--store", "conda-token").output == "login-token\n")
        #expect(home.run("remove", "--kind", "api-key", "--domain", "anaconda.com").status == .success)
        #expect(home.run("get", "--store", "keyring").status == .negative)
    }

    @Test func `all in a rehearsal says what would go and changes nothing`() {
        let before = home.files
        let outcome = home.run("remove", "--all", "--store", "keyring", "--check", "--json")
        #expect(outcome.status == .negative)
        guard case .array(let removed)? = outcome.json["removed"] else {
            Issue.record("no list")
            return
        }
        #expect(removed.count == 4)
        #expect(home.files == before)
    }

    @Test(arguments: [["remove"], ["remove", "--domain", "anaconda.com"], ["remove", "--store", "keyring"]])
    func `nothing goes by accident`(arguments: [String]) {
        #expect(home.run(arguments).status == .usage)
    }
}
