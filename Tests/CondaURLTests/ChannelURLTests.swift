import CondaURL
import Testing

@Suite struct ChannelURLTests {
    @Test(arguments: [
        ("https://Host.example:8/a/b", "https://host.example:8/a/b", false),
        ("https://h/t/tk-0123456789abcdef/a", "https://h/a", true),
        ("https://h/a/t/tk-0123456789abcdef", "https://h/a", true),
        ("https://h/t//a", "https://h/t//a", false),
        ("https://u:p@h/a?q#f", "https://h/a?q#f", true),
        ("https://u:p/w@x@h/a", "https://h/a", true),
        ("https://u:p@w@h/a", "https://h/a", true),
        ("HTTPS://h", "https://h", false),
        ("HTTPS://h/t/tk-0123456789abcdef/a", "https://h/a", true),
        ("https://u@h/a", "https://h/a", false),
        ("https://h/t/${TOKEN}/acme", "https://h/t/${TOKEN}/acme", false),
        ("https://u:${PASSWORD}@h/acme", "https://u:${PASSWORD}@h/acme", false),
        ("https://u:p@h/t/$X\u{1}-made-up/a", "https://h/t/…/a", true),
        ("https://h/t/${X}made-up/a", "https://h/t/…/a", true),
        ("https://h/t/t/tk-0123456789abcdef/a", "https://h/…cdef/a", true),
    ])
    func `secrets are taken apart`(text: String, plain: String, hasSecret: Bool) throws {
        let url = try #require(ChannelURL(text))
        #expect(url.withoutSecrets == plain)
        #expect(url.hasSecret == hasSecret)
        #expect(!url.redacted.contains("0123456789ab") && !url.redacted.contains("p@"))
    }

    @Test(arguments: ["", "conda-forge", "/a/b", "://h", "https://", "https:/h", "file:///x", "a b://h"])
    func `what has no host is no channel's URL`(text: String) {
        #expect(ChannelURL(text) == nil)
    }

    @Test func `the parts are those that conda sees`() throws {
        let url = try #require(ChannelURL("https://U:P%40@Host.example:0808/t/ab-1/Path/c?q=1#f"))
        #expect(url.scheme == "https" && url.hostname == "host.example" && url.port == "808")
        #expect(url.host == "host.example:808" && url.user == "U" && url.password == "P%40")
        #expect(url.token == "ab-1" && url.path == "/Path/c" && url.tail == "?q=1#f")
        #expect(url.textWithoutToken == "https://U:P%40@Host.example:0808/Path/c?q=1#f")
    }

    @Test func `a token ends where conda ends it, and what follows is glued to the host`() throws {
        let url = try #require(ChannelURL("https://host/t/a_b/x"))
        #expect(url.token == "a" && url.host == "host_b" && url.path == "/x" && !url.tokenIsWhole)
        #expect(url.redacted == "https://host/t/…/x" && url.withoutSecrets == url.redacted)
    }

    @Test(arguments: [
        ("https://h/a", "https://h/a"), ("https://joe@h/a", "https://joe@h/a"), ("conda-forge", "conda-forge"),
        ("https://u:p4ssword@h/a", "https://u:…@h/a"), ("https://tk-0123456789abcdef@h/a", "https://…@h/a"),
        ("https://h/a?token=tk-0123456789abcdef", "https://h/a?…"), ("//u:p4ssword@h/a", "…@h/a"),
        ("u:p4ssword@h/a", "…@h/a"), ("u:p@ssword@h", "…@h"),
        ("https%3A%2F%2Fu%3Ap4ssword%40h%2Fa", "…@h%2Fa"), ("https%253a%252f%252fu%253ap4ssword%2540h", "…@h"),
        ("//h/t/tk-0123456789abcdef/a", "…"), ("https%3a%2f%2fh%2ft%2ftk-0123456789abcdef", "…"),
        ("https://u:p w@h/a", "https://u:…@h/a"), ("https://u:p'w@h/a", "https://u:…@h/a"),
        ("https://h/t/${TOKEN}/a", "https://h/t/${TOKEN}/a"),
    ])
    func `what is no URL hides what may be a secret, too`(text: String, shown: String) {
        #expect(ChannelURL.shown(text) == shown)
    }

    @Test func `a password that holds what ends a host is shown by no part`() throws {
        for password in ["made#up", "made?up", "made/up"] {
            let url = try #require(ChannelURL("https://user:\(password)@h.example/c"))
            #expect(url.redacted == "https://user:…@h.example/c")
            #expect(url.host == "h.example" && url.withoutSecrets == "https://h.example/c")
            #expect(url.hasSecretPassword)
        }
        #expect(ChannelURL.shown("t/made-up-token-0123456789/c") == "…")
    }

    @Test(arguments: [
        ("https://h/t/made-up/c", "https://h/c/"), ("https://h:8443/t/made_up/c/", "https://h:8443/c/"),
        ("https://h/t/made-up", "https://h/"), ("https://h/t/t/made-up-token", nil), ("https://h/t/${TOKEN}/c", nil),
        ("https://h/c", nil),
        ("https://u:made-up@h/t/made-up/c", nil), ("https://kim@h/t/made-up/c", nil),
        ("https://h/t/made-up/c?x=1", nil),
        ("https://h/t/made-up/t/made-up-too/c", nil), ("https://h/%74/made-up-token/c", nil),
        ("https://t/made-up-token-0123456789/c", nil),
    ])
    func `the site of a token is the rest of a URL that hides nothing else`(text: String, site: String?) throws {
        #expect(try #require(ChannelURL(text)).siteOfToken == site)
    }
}
