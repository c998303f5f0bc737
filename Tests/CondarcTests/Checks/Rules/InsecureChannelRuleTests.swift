import Testing

@testable import Condarc

@Suite struct InsecureChannelRuleTests {
    @Test func `the parameter is told, and nothing of the URL`() throws {
        let text = "channels:\n  - conda-forge\n  - http://kim:made-up@conda.example.org/stable # ours\n"
        #expect(
            try CheckingText(ignore: ["secret-in-url"]).findings(text).told == """
                3:5-3:48: warning: channels: this channel is fetched without encryption
                  hint: write https:// if the server has it
                """)
    }

    @Test(
        arguments: [
            (
                "channel_alias: http://a.example\ncustom_channels:\n  x: HTTP://b.example\n",
                [
                    "1:16 insecure-channel", "3:6 insecure-channel",
                ]
            ),
            (
                "default_channels: ['http://h.example/a']\ncustom_multichannels: {m: [b, 'http://h.example/a']}\n",
                ["1:20 insecure-channel", "2:31 insecure-channel"]
            ),
            ("channels: ['http://localhost:8000/a', 'http://127.0.0.1/b', 'http://[::1]/c', 'file:///x']\n", []),
            ("channels: ['http://LOCALHOST/a', 'http://127.1.2.3:8080/b', 'http://kim@localhost/c']\n", []),
            ("custom_channels: {x: 'HTTP://LOCALHOST/a'}\n", []),
            ("channels: ['http://dev.localhost/a', 'https://conda.example.org/http']\n", []),
            (
                "channels: ['http://localhost.example.org/a', 'http://localhost@h.example/b', 'http://0.0.0.0/c']\n",
                [12, 46, 78].map { "1:\($0) insecure-channel" }
            ),
            // Of a name that only begins like an address anybody may be the owner.
            (
                "channels: ['http://127.0.0.1.example.org/a', 'http://127.example/b']\n",
                [12, 46].map { "1:\($0) insecure-channel" }
            ),
            // Nothing is fetched from these.
            ("denylist_channels: ['http://h.example/a']\nproxy_servers: {http: 'http://proxy.example:80'}\n", []),
        ] as [(String, [String])])
    func `every other machine's channels are found, and this machine's let pass`(text: String, expected: [String])
        throws
    {
        #expect(try CheckingText().places(text) == expected)
    }
}
