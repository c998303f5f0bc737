import Testing

@testable import CondaCredentials

@Suite struct CondaTokenFileTests {
    @Test(arguments: [
        ("https://repo.anaconda.cloud/repo/", "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"),
        ("https://h/a b~c_d.e-f", "https%3A%2F%2Fh%2Fa+b~c_d.e-f.token"),
        ("https://h/é+%", "https%3A%2F%2Fh%2F%C3%A9%2B%25.token"),
        ("../../etc/passwd", "..%2F..%2Fetc%2Fpasswd.token"),
    ])
    func `a file is named after the URL, as Python encodes it`(url: String, name: String) {
        #expect(CondaTokenFile.name(for: url) == name)
        #expect(CondaTokenFile.url(fromName: name) == url)
    }

    @Test(
        arguments: [
            (".token", true, nil), ("a.token", true, "a"), ("a.TOKEN", false, nil), ("a.token~", false, nil),
            ("token", false, nil),
            ("%zz.token", true, nil), ("%FF.token", true, nil),
        ] as [(String, Bool, String?)])
    func `only the ending makes a token's file, and only an encoding a URL`(name: String, isOne: Bool, url: String?) {
        #expect(CondaTokenFile.isName(name) == isOne)
        #expect(CondaTokenFile.url(fromName: name) == url)
    }

    @Test(
        arguments: [
            ("a.token.txt", "a.token"), ("a.TOKEN", "a.token"), ("a.Token (1)", "a.token"),
            ("https%3A%2F%2Fh", "https%3A%2F%2Fh.token"),
            ("a.token", nil), (".a.token.swp", nil), ("a.token~", nil), ("config.yaml", nil), ("https-h", nil),
        ] as [(String, String?)])
    func `a name that misses the ending by little is guessed`(name: String, guess: String?) {
        #expect(CondaTokenFile.name(nearTo: name) == guess)
    }

    @Test(arguments: [
        ("made-up", "made-up", false), (" made-up\n", "made-up", true), ("\u{B}made up\t", "made up", true),
        ("", "", false),
        ("\n \n", "", true), ("\u{A0}made-up", "\u{A0}made-up", false),
    ])
    func `the blanks around a token are told from it`(content: String, token: String, hasBlanks: Bool) {
        let found = CondaTokenFile.token(in: Array(content.utf8))
        #expect(found.secret.withRevealed { $0 } == token && found.hasStrayBlank == hasBlanks)
    }

    @Test(
        arguments: [
            ("https://api.anaconda.org", "https://conda.anaconda.org"),
            ("https://x.api.y/api", "https://x.conda.y/api"),
            ("https://x/api", "https://x/conda"), ("https://apis.x", nil), ("https://myapi.x/", nil), ("api", nil),
            ("", nil),
            ("api.x", nil),
        ] as [(String, String?)])
    func `a token for api serves conda`(url: String, served: String?) {
        #expect(CondaTokenFile.alsoServed(by: url) == served)
    }
}
