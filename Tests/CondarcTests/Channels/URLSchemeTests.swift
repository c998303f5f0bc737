import Testing

@testable import Condarc

@Suite struct URLSchemeTests {
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
        #expect(URLScheme.complaint(about: text, in: parameter)?.hint == hint)
    }
}
