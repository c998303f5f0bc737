import Testing

@testable import Condarc

@Suite struct ContradictionRuleTests {
    private let checking = CheckingText(paths: ["/etc/me.key", "/etc/me.pem"])

    @Test(arguments: [
        (
            "always_softlink: true\nalways_copy: true # of old\n",
            """
            2:1-2:12: error: always_copy: always_copy and always_softlink cannot both be true
              hint: set one of them to false
            """
        ),
        // Another file may have the certificate.
        (
            "client_ssl_cert_key: /etc/me.key\n",
            """
            1:1-1:20: warning: client_ssl_cert_key: the key is of no use without client_ssl_cert, which this file does not set
              hint: set client_ssl_cert to the file with the certificate
            """
        ),
    ])
    func `the later key is told, and what to do`(text: String, told: String) throws {
        #expect(try checking.findings(text).told == told)
    }

    @Test(
        arguments: [
            ("always_copy: yes\nsoftlink: on\n", ["2:1 contradiction"]),
            ("always_copy: yes\nsoftlink: off\n", []),
            ("always_copy: false\nalways_softlink: true\n", []),
            ("always_copy: true\nallow_softlinks: true\n", []),
            ("always_copy: maybe\nalways_softlink: true\n", ["1:14 wrong-type"]),
            ("client_cert_key: /etc/me.key\nclient_cert: ''\n", ["1:1 contradiction"]),
            ("client_ssl_cert_key: /etc/me.key\nclient_ssl_cert: /etc/me.pem\n", []),
            ("client_ssl_cert: /etc/me.pem\n", []),
            ("client_ssl_cert_key: none\n", []),
        ] as [(String, [String])])
    func `only what excludes each other is found`(text: String, expected: [String]) throws {
        #expect(try checking.places(text) == expected)
    }

    @Test func `all sources together are an error, and a file is told`() throws {
        let found = try checking.findingsOfWhole(
            ["/etc/conda/.condarc": "always_copy: true\n", "/home/kim/.condarc": "# mine\nalways_softlink: true\n"],
            variables: ["CONDA_CLIENT_SSL_CERT_KEY": "/etc/me.key"])
        #expect(found.map(\.path) == ["configuration", "/etc/conda/.condarc"])
        #expect(
            found.told == """
                configuration: error: client_ssl_cert_key: the key is of no use without client_ssl_cert (from $CONDA_CLIENT_SSL_CERT_KEY)
                  hint: set client_ssl_cert to the file with the certificate
                1:1: error: always_copy: always_copy and always_softlink cannot both be true
                  hint: set one of them to false
                """)
    }

    @Test func `what another source mends is none`() throws {
        let key = "client_ssl_cert_key: /etc/me.key\n"
        #expect(
            try checking.findingsOfWhole(["/etc/conda/.condarc": key, "/c": "client_ssl_cert: /etc/me.pem\n"]) == [])
        #expect(
            try checking.findingsOfWhole(["/c": "copy: true\nsoftlink: true\n", "/d": "softlink: false\n"]) == [])
    }
}
