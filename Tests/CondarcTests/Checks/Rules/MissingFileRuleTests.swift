import Testing

@testable import Condarc

@Suite struct MissingFileRuleTests {
    @Test func `a file that certificates are read from must be there`() throws {
        let text = "ssl_verify: /etc/ca.pem\n"
        #expect(try CheckingText().places(text) == ["1:13 missing-file"])
        #expect(try CheckingText(paths: ["/etc/ca.pem"]).places(text) == [])
        let client = "client_ssl_cert: /etc/me.pem\nclient_ssl_cert_key: none\n"
        #expect(try CheckingText().places(client) == ["1:18 missing-file"])
        #expect(try CheckingText(paths: ["/etc/me.pem"]).places(client) == [])
    }
}
