import CommandLineKit
import LosslessJSON
import Testing

@Suite struct WhichCommandTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `a shell offers the URLs of stored tokens`() throws {
        try home.writeToken(MadeUp.token)
        let answer = home.run("__complete", "zsh", "keyring-tool", "which", "").output
        #expect(answer == "words\nhttps://repo.anaconda.cloud/repo/\n")
    }

    @Test func `which reads the configuration files`() throws {
        try home.writeToken(MadeUp.token, url: "https%3A%2F%2Fh.example%2F.token")
        #expect(home.run("which", "https://h.example/x", "--json").json["rule"] == "conda-token-prefix")
        try home.write("add_anaconda_token: false\n", to: ".condarc")
        #expect(home.run("which", "https://h.example/x").status == .negative)
        try home.write("channel_settings:\n  - {channel: 'https://h.example/*', auth: anaconda-auth}\n", to: ".condarc")
        let choice = home.run("which", "https://h.example/x", "--json").json
        #expect(choice["rule"] == "conda-token-host" && choice["credential"]?["redacted"] == "…aaaa")
        #expect(home.run("which", "conda-forge").status == .negative)
    }

    @Test func `a bad value stops conda only where it is read on the way`() throws {
        try home.writeToken(MadeUp.token, url: "https%3A%2F%2Fh.example%2F.token")
        for (setting, stops) in [("always_yes", false), ("changeps1", false), ("quiet", true), ("ssl_verify", true)] {
            try home.write("\(setting): [maybe]\n", to: ".condarc")
            let choice = home.run("which", "https://h.example/x", "--json").json
            #expect((choice["aborts"] != .null) == stops, "\(setting)")
            #expect((choice["credential"] == .null) == stops, "\(setting)")
        }
    }

    @Test(arguments: [
        ("h.example", true), ("h.example/t/tk-0123", false), ("handled.example", false), ("other.example", true),
    ])
    func `a bad add_anaconda_token stops conda only where a token might be added`(_ host: String, _ stops: Bool) throws
    {
        let settings = ["handled.example": "anaconda-auth", "other.example": "another"].map {
            "  - {channel: 'https://\($0)/*', auth: \($1)}\n"
        }
        try home.write("add_anaconda_token: maybe\nchannel_settings:\n" + settings.joined(), to: ".condarc")
        let choice = home.run("which", "https://\(host)/x", "--json").json
        #expect((choice["aborts"] != .null) == stops && (choice["rule"] == "aborted") == stops)
    }

    @Test func `which says that nothing is sent offline`() throws {
        try home.write("offline: true\n", to: ".condarc")
        #expect(home.run("which", "https://h.example/x").errors.contains("offline is true"))
    }

    @Test func `a keyring in a variable goes before the file`() throws {
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("a", MadeUp.token)]))]), to: ".anaconda/keyring")
        home.environment["ANACONDA_AUTH_KEYRING"] = MadeUp.keyring([
            ("anaconda.com", MadeUp.payload(tokens: [("a", MadeUp.other)]))
        ])
        try home.write(
            "channel_settings: [{channel: 'https://repo.anaconda.cloud/*', auth: anaconda-auth}]\n", to: ".condarc")
        let choice = home.run("which", "https://repo.anaconda.cloud/repo/a/main", "--json").json
        #expect(choice["credential"]?["redacted"] == "…bbbb")
        #expect(choice["credential"]?["place"] == "ANACONDA_AUTH_KEYRING")
    }
}
