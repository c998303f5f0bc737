import CommandLineKit
import Testing

@Suite struct RedactorTests {
    @Test(arguments: [
        ("https://x.example/t/ab-0123456789abcdef/main", "https://x.example/t/…cdef/main"),
        ("https://x.example/t/short/main", "https://x.example/t/…/main"),
        ("https://x.example/t/", "https://x.example/t/"),
        ("https://user:password@x.example/a", "https://user:…@x.example/a"),
        ("http://user:pass@word@x.example/a", "http://user:…@x.example/a"),
        ("http: http://u:a,b]c@proxy:8080", "http: http://u:…@proxy:8080"),
        ("https://user@x.example:8080/a", "https://user@x.example:8080/a"),
        ("//x.example/t/0123456789abcdef?x=1", "//x.example/t/…cdef?x=1"),
        ("'https://x.example/t/0123456789abcdef', 'b'", "'https://x.example/t/…cdef', 'b'"),
        ("key eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJlMTIz end", "key …MTIz end"),
        ("/home/t/project/file", "/home/t/project/file"), ("~/t/pkgs", "~/t/pkgs"),
        ("/t/ab-0123456789abcdef/main", "/t/…cdef/main"), ("x.example/t/tok/main", "x.example/t/…/main"),
        ("http: user:password@proxy:8080", "http: user:…@proxy:8080"), ("git@host:path", "git@host:path"),
        ("[http://a:b@c/d,http://e:f@g/h]", "[http://a:…@c/d,http://e:…@g/h]"),
        ("a\nhttps://u:p@h/t/tok\n", "a\nhttps://u:…@h/t/…\n"), ("", ""), ("//", "//"), ("/t/", "/t/"),
        ("https://u:@h", "https://u:@h"),
        ("no secret: at all @ /t", "no secret: at all @ /t"),
    ])
    func `only the secret part goes`(text: String, expected: String) {
        #expect(Redactor.redact(text) == expected)
    }

    @Test func `what cannot be seen and is spelt out hides no secret's place`() {
        let text = "a\n'https://h.example/\u{200B}t/made-up-token-0123456789/c'"
        #expect(Redactor.line(text) == "a\\n'https://h.example/\\u{200b}t/…6789/c'")
    }

    @Test(arguments: [("", "…"), ("012345678901234", "…"), ("0123456789012345", "…2345")])
    func `a redacted secret keeps four characters if it has sixteen`(secret: String, expected: String) {
        #expect(Redactor.redacted(secret: secret) == expected)
    }
}
