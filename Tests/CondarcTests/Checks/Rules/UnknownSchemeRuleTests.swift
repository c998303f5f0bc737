import LosslessYAML
import Testing

@testable import Condarc

@Suite struct UnknownSchemeRuleTests {
    @Test func `what conda cannot use is told, and what to write`() throws {
        let text = "channels:\n  - https:/conda.example.org/stable # ours\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:5-2:36: warning: channels: two slashes are due behind 'https:'
                  hint: write https://conda.example.org/stable
                """)
    }

    @Test(
        arguments: [
            ("https:/h/a", nil, "write https://h/a"), ("https//h/a", nil, "write https://h/a"),
            ("htps://h/a", nil, "write https://h/a"),
            ("HTTPS://h/a", nil, nil), ("file:/a/b", nil, "write file:///a/b"), ("file:///a", nil, nil),
            ("s3://b/a", nil, nil),
            ("C:/a", nil, nil), ("conda-forge", nil, nil), ("defaults::numpy", nil, nil), ("h.example:80/a", nil, nil),
            ("git+https://h/a", nil, "it fetches from https, http, file, ftp, s3"),
            ("socks5://h:1", "proxy_servers", nil),
            ("socks://h:1", "proxy_servers", "write socks5://h:1, or socks4://h:1"),
            ("ftp://h:1", "proxy_servers", "use http, https, socks4, socks4a, socks5, socks5h"),
            ("h:1", "proxy_servers", nil),
            ("h.example/a", "custom_channels", "write a whole URL, such as https://h.example/a"),
            ("//h/a", "custom_channels", "write https://h/a"), ("/srv/a", "custom_channels", "write file:///srv/a"),
            ("$HOST/a", "custom_channels", nil), ("", "custom_channels", nil),
        ] as [(String, String?, String?)])
    func `a scheme that conda cannot use is told with the nearest`(text: String, key: String?, hint: String?) {
        let parameter = key.flatMap { ParameterTable.parameter(named: $0) }
        #expect(UnknownSchemeRule.complaint(about: text, in: parameter)?.hint == hint)
    }

    @Test func `each place of a URL is looked at`() throws {
        let text = """
            channels: ['https:/h/a']
            channel_alias: htps://h
            custom_channels: {a: 'https//h', https://h/x: b}
            custom_multichannels: {m: ['sftp://h/a']}
            proxy_servers: {http: 'ftp://h'}

            """
        let places = try CheckingText(select: ["unknown-scheme"]).places(text).filter { $0.hasSuffix("unknown-scheme") }
        #expect(places.map { $0.prefix { $0 != " " } } == ["1:12", "2:16", "3:22", "3:47", "4:28", "5:23"])
    }

    @Test func `the second slash is written where only that is meant`() throws {
        let text = "channels:\n  - https:/h.example/a # mine\n  - file:/a\n  - htps://h/a\n"
        let after = text.replacing("https:/h", with: "https://h")
        #expect(try CheckingText(select: ["unknown-scheme"]).repaired(text) == after)
    }
}
