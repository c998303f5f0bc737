import CommandLineKit
import LosslessJSON
import Testing

@Suite struct SyncedTokenTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: [
        (["--org", "acme"], "repo.anaconda.cloud"), (["--domain", "own.example"], "own.example"),
        (["--url", "https://h.example/c/"], "h.example"),
    ])
    func `a token goes to the host that it is for`(choice: [String], host: String) throws {
        try home.write(
            MadeUp.keyring([
                ("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)])),
                ("own.example", MadeUp.payload(domain: "own.example", tokens: [("own", MadeUp.token)])),
            ]), to: ".anaconda/keyring")
        try home.writeToken(MadeUp.token, url: "https%3A%2F%2Fh.example%2Fc%2F.token")
        #expect(home.run(["sync", "--to", "rattler"] + choice).status == .success)
        #expect(home.text(of: ".rattler/credentials.json") == #"{"\#(host)": {"CondaToken": "\#(MadeUp.token)"}}"#)
    }

    @Test func `an API key is copied as one`() throws {
        let key = MadeUp.apiKey(expires: 4_000_000_000)
        try home.write(
            MadeUp.keyring([("own.example", MadeUp.payload(domain: "own.example", key: key))]), to: ".anaconda/keyring")
        #expect(home.run("sync", "--to", "rattler", "--kind", "api-key", "--domain", "own.example").status == .success)
        #expect(home.text(of: ".rattler/credentials.json") == #"{"own.example": {"BearerToken": "\#(key)"}}"#)
    }

    @Test func `what a client has for a URL is taken over, into the place where conda looks`() throws {
        try home.write(#"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.token)"}}"#, to: ".rattler/credentials.json")
        #expect(
            home.run(
                "sync", "--from", "rattler", "--to", "keyring", "--url", "https://repo.anaconda.cloud/repo/acme",
                "--org", "acme"
            ).status == .success)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        #expect(
            home.run(
                "sync", "--from", "rattler", "--to", "conda-token", "--url", "https://repo.anaconda.cloud/repo/acme"
            ).status == .success)
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == MadeUp.token)
    }

    @Test(arguments: [
        ["--from", "rattler", "--to", "keyring"],
        ["--from", "rattler", "--to", "keyring", "--url", "https://u:made-up@h/"],
    ])
    func `a client's entry is named by its URL, without a secret`(arguments: [String]) {
        let outcome = home.run(["sync"] + arguments)
        #expect(outcome.status == .usage && !outcome.errors.contains("made-up"))
    }

    @Test func `what is no token is copied nowhere`() throws {
        try home.writeToken("${TOKEN}")
        #expect(home.run("sync", "--to", "rattler").status == .badData)
        #expect(home.text(of: ".rattler/credentials.json") == nil)
    }
}
