import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct CondarcMovesTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `a token in a configuration's URL is stored first and then taken out`() throws {
        let text = "channels:\n  - https://h.example/t/\(MadeUp.token)/team  # work\n  - defaults\n"
        try home.write(text, to: ".condarc")
        let found = home.run("doctor", "--json")
        #expect(found.codes == ["condarc-secret"])
        #expect(!found.output.contains(MadeUp.token))
        #expect(!home.run("doctor", "--fix", "--diff", "-n").output.contains(MadeUp.token))
        #expect(home.text(of: ".condarc") == text)
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.text(of: ".condarc") == "channels:\n  - https://h.example/team  # work\n  - defaults\n")
        #expect(home.run("get", "--url", "https://h.example/team/").output == MadeUp.token + "\n")
        #expect(home.run("which", "https://h.example/team").status == .success)
        #expect(home.run("which", "https://h.example/team-of-others").status == .negative)
    }

    @Test func `every place of a token in a configuration is mended in one go`() throws {
        try home.write(
            """
            channel_alias: https://alias.example/t/token-01/
            channels: [https://a.example/t/token-02/x, https://a.example/t/token-02/x]
            custom_channels:
              mine: https://c.example/t/token-03
            """, to: ".condarc")
        let outcome = home.run("doctor", "--fix")
        #expect(outcome.status == .success, "\(outcome)")
        #expect(home.text(of: ".condarc")?.contains("token-") == false)
        for (url, token) in [
            ("https://alias.example/", "token-01"), ("https://a.example/x/", "token-02"),
            ("https://c.example/mine/", "token-03"),
        ] {
            #expect(home.run("get", "--url", url).output == token + "\n")
        }
    }

    @Test func `where moving a token would lose or change something it is left to the user`() throws {
        try home.write(
            "add_anaconda_token: false\nchannels: [https://a.example/t/token-01/x]\nproxy_servers: {http: 'http://u:pass-word@p'}\n",
            to: ".condarc")
        let before = home.files
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.codes == ["condarc-secret", "condarc-secret"])
        #expect(home.files == before)
        #expect(!outcome.output.contains("token-01") && !outcome.output.contains("pass-word"))
        try home.write("channels: [https://a.example/t/token-01/x]\n", to: ".condarc")
        try home.writeToken("another-one", url: "https%3A%2F%2Fa.example%2Fx%2F.token")
        #expect(home.run("doctor", "--fix", "--json").codes == ["condarc-secret"])
        #expect(home.run("get", "--url", "https://a.example/x/").output == "another-one\n")
    }

    @Test(arguments: [
        "CHANGEME", "REDACTED", "your-token", "xxxxxxxx", "XXXX-XXXX", "TOKEN", "token", "null", "abc",
        "tk-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "tk-00000000-0000-0000-0000-000000000000", "YOUR_TOKEN_HERE",
        "${TOKEN}",
        "$TOKEN", "<TOKEN>", "%TOKEN%", "…",
    ])
    func `what set would refuse is never moved`(text: String) throws {
        try home.write("channels: ['https://h.example/t/\(text)/team']\n", to: ".condarc")
        let before = home.files
        #expect(home.run("doctor", "--fix", "--configure-condarc").status != .system)
        #expect(home.files == before)
        #expect(home.run("set", "--url", "https://h.example/team/", input: text + "\n").status != .success)
        #expect(home.files == before)
    }

    @Test func `of two tokens for one place the second stays in the configuration`() throws {
        try home.write(
            "channels:\n  - https://h.example/t/token-01/c\n  - https://h.example/t/token-02/c\n", to: ".condarc")
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.status == .negative)
        #expect(outcome.codes == ["condarc-secret"])
        #expect(home.text(of: ".condarc") == "channels:\n  - https://h.example/c\n  - https://h.example/t/token-02/c\n")
        #expect(home.run("get", "--url", "https://h.example/c/").output == "token-01\n")
    }

    @Test(arguments: [
        "channel_alias: https://h.example/t/token-01\nchannels: [x, https://h.example/t/token-02/y]\n",
        "channels: [https://h.example/t/token-01/c, https://h.example/t/token-02/c/d]\n",
        "channels: [https://h.example/t/token-01/c, https://h.example/c/d]\n",
        "channels: [https://h.example/t/token-01/c/linux-64]\n",
        "channels: [HTTPS://H.example/t/token-01/c]\n",
    ])
    func `a token stays where conda would send something else without it`(text: String) throws {
        try home.write(text, to: ".condarc")
        let before = home.files
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.status == .negative, "\(outcome)")
        #expect(home.files == before)
    }
}
