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
}
