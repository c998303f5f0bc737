import CommandLineKit
import Testing

@Suite struct ChannelAnswerTests {
    private func explain(_ arguments: String..., environment: [String: String] = [:]) throws -> ToolHome.Outcome {
        try ToolHome(condarc: ExplainCommandTests.condarc).run(["explain"] + arguments, environment: environment)
    }

    @Test(
        arguments: [
            ("conda-forge", "custom-channel", "custom_multichannels", ["https://conda.anaconda.org/conda-forge"]),
            ("bioconda", "channel-alias", "channel_alias", ["https://conda.anaconda.org/bioconda"]),
            ("bioconda::samtools", "channel-alias", "channel_alias", ["https://conda.anaconda.org/bioconda"]),
            ("acme/label/dev", "custom-channel", "custom_channels", ["https://conda.acme.example/acme/label/dev"]),
            ("defaults", "multichannel", "default_channels", ["https://mirror.example/main"]),
            (
                "all", "multichannel", "custom_multichannels",
                ["https://conda.anaconda.org/conda-forge", "https://conda.anaconda.org/acme"]
            ),
            ("https://old.example/x", "migrated-alias", "migrated_channel_aliases", ["https://conda.anaconda.org/x"]),
            (
                "https://former.example/conda/acme", "migrated-custom-channel", "migrated_custom_channels",
                ["https://conda.acme.example/acme"]
            ),
            ("https://else.example/a/b", "url", nil, ["https://else.example/a/b"]),
            ("/opt/channel", "path", nil, ["file:///opt/channel"]),
            ("<unknown>", "unknown", nil, []),
        ] as [(String, String, String?, [String])])
    func `a channel's URLs have the setting that decided`(
        _ name: String, _ rule: String, _ parameter: String?, _ urls: [String]
    ) throws {
        let outcome = try explain("--json", name)
        #expect(outcome.status == .success)
        #expect(outcome.output.contains("\"rule\": \"\(rule)\""))
        #expect(
            outcome.output.contains(
                parameter.map { "\"decided_by\": {\"parameter\": \"\($0)\"" } ?? "\"decided_by\": null"))
        let found = outcome.output.split(separator: "\"url\": \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(found == urls)
    }

    @Test(arguments: [
        ("https://h.example/a", "is a URL that counts as it stands"), ("all", "is a name for 2 channels"),
        ("acme/label/dev", "is a custom channel: acme"),
        ("/opt/channel", "is a directory on this machine"), ("<unknown>", "stands for no channel"),
        ("bioconda", "is a channel behind the channel alias"),
    ])
    func `how a name became a channel is said`(name: String, words: String) throws {
        #expect(try explain(name).output.split(separator: "\n")[0].hasSuffix(words))
    }

    @Test func `whether a token or password goes out is said, and none is shown`() throws {
        let url = "https://kim:made-up-pw@h.example/t/made-up-token-4321/a"
        let outcome = try explain(url)
        #expect(outcome.output.contains("sends the token that stands in the URL"))
        #expect(outcome.output.contains("signs in with the user name and password in the URL"))
        for text in [outcome.output, try explain(url, "--json").output] { #expect(!text.contains("made-up")) }
        #expect(try explain("--json", "bioconda").output.contains(#""token": "anaconda-client""#))
        let home = try ToolHome(condarc: "add_anaconda_token: false\n")
        #expect(home.run(["explain", "--json", "bioconda"]).output.contains(#""token": "none""#))
    }

    @Test func `a channel that is not allowed is told with the list that says so`() throws {
        let home = try ToolHome(condarc: "channels: [acme]\nallowlist_channels: [other]\n")
        let outcome = home.run(["explain", "acme", "--json"])
        #expect(
            outcome.output.contains(
                #""admission": "not-listed", "admission_by": {"source": "HOME/.condarc", "line": 2"#))
        #expect(outcome.output.contains(#""listed": {"position": 1"#))
    }
}
