import CommandLineKit
import LosslessJSON
import Testing

@Suite struct WhichAnswerTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    private let channel = "https://repo.anaconda.cloud/repo/acme/main"

    @Test func `what is sent, by which rule, and what was looked at is told in lines`() throws {
        try home.installAnacondaAuth()
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))]),
            to: ".anaconda/keyring")
        try home.write(
            "channel_settings: [{channel: 'https://repo.anaconda.cloud/*', auth: anaconda-auth}]\n", to: ".condarc")
        let outcome = home.run("which", channel)
        #expect(outcome.output.hasPrefix(channel + "\n  …aaaa as Authorization: token, from "))
        for line in [
            "  rule: the keyring's token of the organization in the URL\n", "  handler: anaconda-auth, by ",
            "  anaconda-auth: 0.15.3 (", "\nLooked at, in this order\n  1. ",
        ] {
            #expect(outcome.output.contains(line), "\(outcome.output)")
        }
        #expect(!outcome.output.contains(MadeUp.token))
    }

    @Test func `where nothing is sent that is said, and where conda stops, why`() throws {
        #expect(home.run("which", "conda-forge").output.contains("  no credential\n  rule: no rule applies\n"))
        try home.write("channels: [\n", to: ".condarc")
        let outcome = home.run("which", "conda-forge")
        #expect(outcome.output.contains("conda stops:") && !outcome.output.contains("rule:"))
        #expect(outcome.status == .negative || outcome.status == .success || outcome.status == .badData)
    }

    @Test func `a header and a token in the URL are told both`() throws {
        try home.write("machine h.example login joe password made-up-password\n", to: ".netrc")
        let url = "https://h.example/t/\(MadeUp.token)/a"
        let outcome = home.run("which", url)
        #expect(
            outcome.output.contains("as Authorization: Basic")
                && outcome.output.contains("and …aaaa as /t/TOKEN/ in the URL"))
        let json = home.run("which", "--json", url).json
        #expect(
            json["credential"]?["user"] == "joe" && json["credential"]?["in_url"] == true
                && json["also"]?["header"] == .null)
        #expect(
            json["url"] == "https://h.example/t/…aaaa/a" && json["handler"] == .null
                && json["client"]?["anaconda_auth"] == .null || json["client"]?["assumed"] == true)
    }
}
