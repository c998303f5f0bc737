import CommandLineKit
import Testing

@Suite struct TokenChoiceTests {
    let home: ToolHome
    private let key = MadeUp.apiKey(expires: 4_000_000_000)

    init() throws {
        home = try ToolHome()
        try home.writeTokensOfBothStores(key: key)
    }

    @Test(
        arguments: [
            (["--org", "two"], MadeUp.other), (["--no-org"], "site-token"),
            (["--org", "one", "--domain", "anaconda.com"], MadeUp.token),
            (["--domain", "own.example"], "own-token"), (["--url", "https://repo.anaconda.cloud/repo/"], "file-token"),
            (["--url", "https://api.anaconda.org"], "login-token"),
            // But for the slash at its end, a URL is compared by its bytes.
            (["--url", "https://repo.anaconda.cloud/repo"], "file-token"),
            (["--url", "https://REPO.anaconda.cloud/repo/"], nil), (["--org", "One"], nil),
            // A former name of the domain.
            (["--org", "two", "--domain", "anaconda.cloud"], MadeUp.other),
            (["--org", "two", "--store", "conda-token"], nil),
        ] as [([String], String?)])
    func `options pick one of the tokens that are there`(arguments: [String], token: String?) {
        let outcome = home.run(["get"] + arguments)
        #expect(outcome.output == token.map { $0 + "\n" } ?? "")
        #expect(outcome.status == (token == nil ? .negative : .success), "\(outcome.errors)")
    }

    @Test(arguments: [
        ["--org", "one"], [], ["--store", "keyring"], ["--store", "conda-token"], ["--domain", "anaconda.com"],
    ])
    func `where several fit none is taken, and none shown`(arguments: [String]) {
        let outcome = home.run(["get"] + arguments)
        #expect(outcome.status == .badData && outcome.errors.contains("tokens fit"))
        #expect(outcome.output == "" && !outcome.errors.contains("made-up") && !outcome.errors.contains("file-token"))
    }

    @Test(arguments: [
        ["--org", ""], ["--domain", ""], ["--url", ""], ["--org", "a,b"], ["--org", "a", "--kind", "api-key"],
        ["--no-org", "--kind", "api-key"],
        ["--url", "https://h/", "--org", "a"], ["--url", "https://h/", "--domain", "h"], ["--org", "a", "--no-org"],
    ])
    func `options that cannot be meant together are refused`(arguments: [String]) {
        #expect(home.run(["get"] + arguments).status == .usage)
    }

    @Test func `what is in another store, or nearly so, is told`() {
        #expect(home.run("get", "--org", "two", "--store", "keyring").status == .success)
        let elsewhere = home.run("get", "--url", "https://repo.anaconda.cloud/repo/", "--store", "keyring").errors
        #expect(elsewhere.contains("it is in conda-token: --store conda-token"))
        #expect(home.run("get", "--domain", "anaconda.con").errors.contains("did you mean 'anaconda.com'?"))
        #expect(home.run("get", "--domain", "h.example").errors.contains("did you mean 'own.example'?"))
    }

    @Test func `a client that holds the only token is told with what takes it over`() throws {
        let home = try ToolHome()
        try home.write(#"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.token)"}}"#, to: ".rattler/credentials.json")
        let outcome = home.run("get", "--org", "acme")
        #expect(outcome.errors.contains("rattler holds one: keyring-tool sync --from rattler --to keyring"))
        #expect(!outcome.errors.contains(MadeUp.token))
    }
}
