import Testing

@testable import Condarc

@Suite struct ProxySchemeTests {
    @Test(arguments: [
        ("http", nil), ("htps", "https"), ("HTTP", "http"), ("http_proxy", "http"), ("gopher", nil),
    ])
    func `a scheme of a proxy is known or nearly so`(key: Substring, scheme: String?) {
        #expect(ProxyScheme.meant(by: key) == scheme)
    }
}
