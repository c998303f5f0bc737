import CondaURL
import Testing

@Suite struct URLTextTests {
    @Test(arguments: [
        (["h", "a"], "h/a"), (["h/", "/a/"], "h/a"), (["", "a"], "/a"), (["/", "a"], "/a"), (["/x", ""], "/x"),
        (["h", ""], "h"), (["", ""], "/"), (["//h//", "a"], "/h/a"),
    ])
    func `parts are joined by single slashes`(_ parts: [String], _ text: String) {
        #expect(URLText.join(parts[0], parts[1]) == text)
    }

    @Test(arguments: [
        ("h/a/b", "h/a", true), ("h/a", "h/a/b", true), ("h/ab", "h/a", false), ("h/a", "h/ab", false),
        ("h/a", "h/a", true), ("h/a/", "h/a", true), ("", "", true), ("", "/a", true), ("", "a", false),
        ("a", "", false),
        ("/a", "", true),
    ])
    func `beginnings are compared piece by piece`(_ text: String, _ start: String, _ expected: Bool) {
        #expect(URLText.startsByPieces(text, with: start) == expected)
    }

    @Test func `slashes go at the ends only`() {
        #expect(
            URLText.stripped("//a/b//") == "a/b" && URLText.stripped("a/b") == "a/b" && URLText.stripped("//") == "")
        #expect(URLText.rightStripped("/a//") == "/a" && URLText.rightStripped("") == "")
    }

    @Test func `a platform is found in whatever case, and a token before a letter that is none`() {
        let platforms = ["linux-64", "noarch"]
        #expect(URLText.splitPlatform("h/c/Linux-64", known: platforms) == ("h/c", "Linux-64"))
        #expect(URLText.splitPlatform("h/noarch/c/", known: platforms) == ("h/c", "noarch"))
        #expect(URLText.splitPlatform("h/linux-65/", known: platforms) == ("h/linux-65", nil))
        // A Kelvin sign's small letter is a k.
        #expect(URLText.splitPlatform("h/linu\u{212A}", known: ["linuk"]) == ("h", "linu\u{212A}"))
        #expect(URLText.splitToken("h/t/ab-1/c/") == ("h/c", "ab-1"))
        #expect(URLText.splitToken("h/tea/c/") == ("h/tea/c", nil))
        #expect(
            URLText.removingFirst("h/", from: "h/a/h/") == "a/h/" && URLText.removingFirst("b", from: "abcb") == "acb")
    }

    @Test func `two URLs are one site but for a slash at the end`() {
        #expect(URLText.isSameSite("https://h/a/", "https://h/a"))
        #expect(!URLText.isSameSite("https://h/a//", "https://h/a"))
        #expect(!URLText.isSameSite("https://H/a", "https://h/a"))
    }

    @Test(arguments: [
        ("https://h/t/ab-1/c https://h/t/ab-2/d", "https://h/t/<TOKEN>/c https://h/t/<TOKEN>/d"),
        ("https://h/t/ab-1", "https://h/t/ab-1"), ("/t//t/ab-1/", "/t//t/<TOKEN>/"), ("/t/a_b/", "/t/a_b/"),
        ("/t/t/c/", "/t/<TOKEN>/c/"), ("/t/t/made-up-token/", "/t/t/<TOKEN>/"), ("/t/", "/t/"), ("tea", "tea"),
        ("/t/a/t/b/", "/t/<TOKEN>/t/<TOKEN>/"), ("/t/t/", "/t/<TOKEN>/"),
    ])
    func `tokens are masked as conda does it`(text: String, expected: String) {
        #expect(URLText.maskingTokens(text) == expected)
    }

    @Test func `the way to a token is asked for in one place`() {
        #expect(URLText.beginsWithTokenMark("/t/x".utf8) && !URLText.beginsWithTokenMark("x/t/".utf8))
        #expect(URLText.standsForToken("<T>", in: "https://h/t/<T>/c") && !URLText.standsForToken("c", in: "h/t/<T>/c"))
    }
}
