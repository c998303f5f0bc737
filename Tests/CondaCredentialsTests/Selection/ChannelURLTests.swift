import Testing

@testable import CondaCredentials

@Suite struct ChannelURLTests {
    @Test(arguments: [
        ("https://Host.example:8/a/b", "https://host.example:8/a/b", false),
        ("https://h/t/tk-0123456789abcdef/a", "https://h/a", true),
        ("https://h/a/t/tk-0123456789abcdef", "https://h/a", true),
        ("https://h/t//a", "https://h/t//a", false),
        ("https://u:p@h/a?q#f", "https://h/a?q#f", true),
        ("https://u:p/w@x@h/a", "https://u:p/w@x@h/a", false),
        ("https://u:p@w@h/a", "https://h/a", true),
        ("HTTPS://h", "https://h", false),
    ])
    func `secrets are taken apart`(text: String, plain: String, hasSecret: Bool) throws {
        let url = try #require(ChannelURL(text))
        #expect(url.withoutSecrets == plain)
        #expect(url.hasSecret == hasSecret)
        #expect(!url.redacted.contains("0123456789") && !url.redacted.contains("p@"))
    }

    @Test(arguments: ["", "conda-forge", "/a/b", "://h", "https://", "https:/h", "file:///x", "a b://h"])
    func `what has no host is no channel's URL`(text: String) {
        #expect(ChannelURL(text) == nil)
    }

    @Test(arguments: [
        ("https://h/a", "https://h/a"), ("https://joe@h/a", "https://joe@h/a"), ("conda-forge", "conda-forge"),
        ("https://u:p4ssword@h/a", "https://u:…@h/a"), ("https://tk-0123456789abcdef@h/a", "https://…@h/a"),
        ("https://h/a?token=tk-0123456789abcdef", "https://h/a?…"), ("//u:p4ssword@h/a", "…@h/a"),
        ("u:p4ssword@h/a", "…@h/a"), ("u:p@ssword@h", "…@h"),
        ("https%3A%2F%2Fu%3Ap4ssword%40h%2Fa", "…@h%2Fa"), ("https%253a%252f%252fu%253ap4ssword%2540h", "…@h"),
        ("//h/t/tk-0123456789abcdef/a", "…"), ("https%3a%2f%2fh%2ft%2ftk-0123456789abcdef", "…"),
    ])
    func `what is no URL hides what may be a secret, too`(text: String, shown: String) {
        #expect(ChannelURL.shown(text) == shown)
    }
}
