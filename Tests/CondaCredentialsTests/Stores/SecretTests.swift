import CondaURL
import Testing

@testable import CondaCredentials

@Suite struct SecretTests {
    private let text = "made-up-0123456789abcdef-a1b2"

    @Test func `no way to print a secret shows more than its last four characters`() {
        let secret = Secret(text)
        var dumped = ""
        dump(secret, to: &dumped)
        var dumpedWithin = ""
        dump(["key": secret], to: &dumpedWithin)
        let token = StoredToken(store: .keyring, address: .apiKey(domain: "d"), secret: secret, path: "/p")
        var dumpedToken = ""
        dump(token, to: &dumpedToken)
        let shown = [
            "\(secret)", secret.description, String(describing: secret), String(reflecting: secret), "\([secret])",
            "\(["a": secret])", "\(Optional(secret) as Any)", dumped, dumpedWithin, "\(token)", dumpedToken,
            "\(Mirror(reflecting: secret).children.map(\.value))", String(describing: (secret, 1)),
        ]
        for text in shown {
            #expect(!text.contains("made"))
            #expect(!text.contains("cdef"))
        }
        #expect(secret.redacted == "…a1b2")
    }

    @Test(arguments: [
        ("", "…"), ("short-15-chars_", "…"), ("exactly-16-chars", "…hars"), ("blank-at-the-end-x y ", "…"),
        ("escape-at-the-end-\u{1B}[2J", "…"), ("umlauts-at-the-end-äöü", "…"),
    ])
    func `a redacted secret keeps four harmless characters of a long one`(text: String, redacted: String) {
        #expect(Secret(text).redacted == redacted)
    }

    @Test(arguments: [
        ("YWItMGExYjJjM2QtMTExMS0yMjIyLTMzMzMtYWJjZGVmYWJjZGVm", TokenMistake.encoded),
        ("YWItMGExYjJjM2QtMTExMS0yMjIyLTMzMzMtYWJjZGVmYWJjZGVmCg==", .encoded),
        ("eyJkb21haW4iOiAiaC5leGFtcGxlIn0=", .encodedJSON), ("c2VjcmV0IG1hZGUgdXA=", nil),
        ("0123456789abcdef0123456789abcdef", nil),
    ])
    func `base64 of a token or of JSON is no token`(text: String, mistake: TokenMistake?) {
        #expect(Secret(text).mistake == mistake)
    }

    @Test func `secrets are compared by all of their bytes`() {
        #expect(Secret("a").matches(Secret("a")))
        #expect(Secret("").matches(Secret("")))
        for other in ["b", "", "aa", "A"] { #expect(!Secret("a").matches(Secret(other))) }
        #expect(!Secret("e\u{301}").matches(Secret("\u{E9}")))
    }

    @Test func `a closure alone sees it`() {
        #expect(Secret("x y").withRevealed { $0 } == "x y")
        #expect(Secret("xy").withRevealedBytes { $0.count } == 2)
    }

    @Test(arguments: [
        ("abc-DEF_~", true), ("", false), ("a b", false), ("a\n", false), ("é", false), ("a\u{7F}", false),
    ])
    func `a token is visible ASCII`(text: String, isPlain: Bool) { #expect(Secret(text).isPlainToken == isPlain) }
}
