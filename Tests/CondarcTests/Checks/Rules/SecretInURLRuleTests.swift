import HostPlatform
import Testing

@testable import Condarc

@Suite struct SecretInURLRuleTests {
    private func findings(_ text: String) throws -> [Finding] {
        try CheckingText(select: ["secret-in-url"]).findings(text).filter { $0.rule == "secret-in-url" }
    }

    @Test func `the kind of it is told, at the URL`() throws {
        let text = "channels:\n  - https://conda.example.org/t/made-up-1/stable # ours\n  - conda-forge\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:5-2:42: warning: a token stands in this URL
                  hint: take /t/… out, and store the token: keyring-tool set --store conda-token --url https://conda.example.org/stable/
                """)
    }

    @Test(
        arguments: [
            (
                "channels: ['https://h.example/t/made-up/a']\n",
                "take /t/… out, and store the token: keyring-tool set --store conda-token --url https://h.example/a/"
            ),
            (
                "channels: ['https://kim@h.example/t/made-up/a']\n",
                "take /t/… out, and store the token: keyring-tool set --store conda-token --url URL"
            ),
            (
                "proxy_servers: {http: 'http://u:made-up@p'}\n",
                "take it from a variable, as in https://user:${PASSWORD}@host"
            ), ("x: https://h?token=made-up\n", "take it from a variable, as in https://user:${PASSWORD}@host"),
            ("x: https://made0up1token2abc@h/a\n", "take it from a variable, as in https://${TOKEN}@host"),
            ("# tk-0123456789abcdef\n", "take it out, and store it: keyring-tool set --store keyring --org ORG"),
            (
                "# -----BEGIN PRIVATE KEY-----\n# bWFkZQ==\na: 1\n",
                "put it into a file of its own with mode 0600, and take it out"
            ),
        ])
    func `where a secret belongs is told, and it is not shown`(text: String, hint: String) throws {
        let found = try findings(text)
        #expect(found.map(\.hint) == [hint])
        #expect(found.allSatisfy { !($0.message + ($0.hint ?? "")).contains("made") })
    }

    @Test(arguments: [
        ("CONDA_ENVS_PATH", "https://u:made-up@h/x:/a", "write directories alone"),
        ("CONDA_CHANNELS", "https://u:made,up@h/x", "write %2C for each ',' in the URL"),
        ("CONDA_PINNED_PACKAGES", "https://u:made&up@h/x", "write %26 for each '&' in the URL"),
    ])
    func `of a URL that a variable's list cuts in pieces, that is told alone`(name: String, text: String, hint: String)
        throws
    {
        let host = Host(platform: .linux, environment: .init([name: text]), home: "/", currentDirectory: "/")
        let found = try CheckingText().checker().findings(environment: .environment(host))
            .filter { $0.rule != "invalid-value" }
        #expect(found.map(\.rule) == ["secret-in-url"] && found.map(\.hint) == [hint])
        #expect(found.allSatisfy { !$0.message.contains("made") })
    }

    @Test(arguments: [
        "channels: ['https://h/t/${TOKEN}/a']\n", "a: kim@h.example\n",
        "ssl_verify: |\n  -----BEGIN PRIVATE KEY-----\n  bWFkZQ==\n", "proxy_servers: {http: 'http://p:80'}\n",
    ])
    func `what is none, or another rule's, is let pass`(text: String) throws { #expect(try findings(text) == []) }
}
