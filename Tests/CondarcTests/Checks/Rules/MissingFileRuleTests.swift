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

    @Test func `what conda stops at is an error, and what it finds out later a warning`() throws {
        let text = "ssl_verify: /etc/ca.pem\nclient_ssl_cert: /etc/me.pem\n"
        #expect(
            try CheckingText().findings(text).told == """
                1:13-1:24: error: ssl_verify: there is no file or directory '/etc/ca.pem'
                  hint: use true, false, truststore, or a file or directory of certificates
                2:18-2:29: warning: client_ssl_cert: there is no file '/etc/me.pem'
                  hint: give the path of a file in PEM format
                """)
    }
}
