import Testing

@testable import CondaCredentials

@Suite struct TokenAddressTests {
    @Test(
        arguments: [
            (.host("h", .repoToken), .host("h", .repoToken), true),
            (.host("h", .repoToken), .host("h", .apiKey), false),
            (.host("h", .repoToken), .host("https://h/", .repoToken), true),
            (.host("h", .repoToken), .url("https://h/"), false),
            (.org("a"), .org("A"), false), (.org("a"), .org(nil), false), (.org("e\u{301}"), .org("\u{E9}"), false),
            (.org("a"), .org("a", domain: "x"), false), (.apiKey(domain: "x"), .org(nil, domain: "x"), false),
            (.url("https://h"), .url("https://h/"), false),
        ] as [(TokenAddress, TokenAddress, Bool)])
    func `two addresses are one where all of their texts are`(_ a: TokenAddress, _ b: TokenAddress, _ isSame: Bool) {
        #expect((a == b) == isSame)
        #expect(Set([a, b]).count == (isSame ? 1 : 2))
    }

    @Test(
        arguments: [
            (.url("https://h/c"), "https://h/c"), (.url("https://u:made-up@h/c"), "https://u:…@h/c"),
            (.host("h:80/a", .repoToken), "https://h:80/a/"), (.host("http://h/", .apiKey), "http://h/"),
            (.host("h/t/tk-0123456789abcdef", .repoToken), "https://h/t/…cdef/"), (.org("a"), nil),
            (.apiKey(domain: "h"), nil),
        ] as [(TokenAddress, String?)])
    func `an address is shown as a URL, without its secrets`(address: TokenAddress, shown: String?) {
        #expect(address.shownURL == shown)
    }

    @Test(arguments: [TokenAddress.url("tk-0123456789abcdef"), .host("tk-0123456789abcdef", .repoToken)])
    func `a token in the place of a name is not shown`(address: TokenAddress) {
        #expect(address.shownURL?.contains("0123456789") == false)
    }
}
