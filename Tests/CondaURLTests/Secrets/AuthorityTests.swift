import Testing

@testable import CondaURL

@Suite struct AuthorityTests {
    /// The parts of what stands behind the first `//`: the token in a user's place, the password, where the scan goes on.
    private func parts(_ text: String, _ extent: SecretScanner.Extent) -> (
        token: String?, password: String?, rest: String
    ) {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            let scanner = SecretScanner(bytes: buffer, extent: extent)
            let start = (bytes.firstIndex(of: Array("//".utf8), from: 0) ?? -2) + 2
            let authority = Authority(from: start, in: scanner)
            let part = { (range: Range<Int>?) in range.map { String(decoding: bytes[$0], as: UTF8.self) } }
            return (part(authority.userToken), part(authority.password), part(authority.end..<bytes.count) ?? "")
        }
    }

    @Test(
        arguments: [
            ("https://h.example/c", nil, nil, "h.example/c"), ("https://kim@h/c", nil, nil, "@h/c"),
            ("https://kim:pw@h/c", nil, "pw", "@h/c"), ("https://kim:@h/c", nil, nil, "@h/c"),
            ("https://:pw@h/c", nil, "pw", "@h/c"), ("https://kim:p:w@h", nil, "p:w", "@h"),
            ("https://kim:p@w@h/c", nil, "p@w", "@h/c"), ("https://h:8080/c", nil, nil, "h:8080/c"),
            ("https://h:80/c@d", nil, nil, "h:80/c@d"), ("https://[::1]:80/c", nil, nil, "[::1]:80/c"),
            ("https://ab1234cd56@h", "ab1234cd56", nil, "@h"), ("https://ab1234cd56:x@h", "ab1234cd56", "x", "@h"),
            ("https://robert.smith@h", nil, nil, "@h"), ("https://a-name-of-16-byt@h", "a-name-of-16-byt", nil, "@h"),
            ("https://1234567890@h", nil, nil, "@h"), ("https://ab1234cd56", nil, nil, "ab1234cd56"),
        ] as [(String, String?, String?, String)])
    func `a password, and a token in a user's place, are told from a name and a port`(
        url: String, token: String?, password: String?, rest: String
    ) {
        for extent in [SecretScanner.Extent.lines, .value] {
            let found = parts(url, extent)
            #expect(found.token == token && found.password == password && found.rest == rest, "\(extent): \(found)")
        }
    }

    @Test(arguments: [
        ("'http://u:p'w@h'", "p'w"), ("http://u:a b@h/c", "a b"), ("http://u:p/w@h", "p/w"), ("http://u:p?w@h", "p?w"),
        ("http://u:p#w@h", "p#w"), ("http://u:${A B}@h", "${A B}"), ("http://u:{{ a/b }}@h", "{{ a/b }}"),
        ("https://https:/u:pw@h", "pw"), ("http://u:123456/p@h", "123456/p"),
    ])
    func `a password that should have been encoded is one all the same`(text: String, password: String) {
        #expect(parts(text, .lines).password == password)
    }

    @Test(arguments: [
        "http://h:80 mail kim@h", "see http://h: mail kim@h", "http://h\nu:p@h", "[\"http://h:80\",\"kim@h\"]",
        "http://h:80/a http://u:p@h",
    ])
    func `what stands behind a URL on its line is no part of it`(text: String) {
        #expect(parts(text, .lines).password == nil)
    }

    @Test func `a value is one URL, however much is wrong with it`() {
        #expect(parts("http://u:1 a b@h", .value).password == "1 a b")
        #expect(parts("http://u: a@h", .value).password == " a")
        #expect(parts("http://u:a\nb@h", .value).password == nil)
    }

    @Test func `a line of many openings is looked at once`() {
        let text = "http://u:" + String(repeating: "${{<", count: 2_000) + "@h"
        #expect(parts(text, .lines).rest == "@h")
    }
}
