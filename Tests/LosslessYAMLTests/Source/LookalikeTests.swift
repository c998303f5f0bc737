import Testing

@testable import LosslessYAML

@Suite struct LookalikeTests {
    @Test(arguments: [
        ("\u{A0}", "a no-break space (U+00A0)", " "), ("\u{3000}", "a special space (U+3000)", " "),
        ("\u{200B}", "an invisible character (U+200B)", ""), ("\u{FEFF}", "an invisible character (U+FEFF)", ""),
        ("’", "a curly quote (U+2019)", "'"), ("“", "a curly quote (U+201C)", "\""),
        ("«", "a curly quote (U+00AB)", "\""),
        ("–", "a dash that is no '-' (U+2013)", "-"), ("：", "a full-width ':' (U+FF1A)", ":"),
        ("а", "a Cyrillic letter that is no 'a' (U+0430)", "a"),
        ("Х", "a Cyrillic letter that is no 'X' (U+0425)", "X"),
        ("ο", "a Greek letter that is no 'o' (U+03BF)", "o"), ("Ζ", "a Greek letter that is no 'Z' (U+0396)", "Z"),
        ("∕", "a sign that is no '/' (U+2215)", "/"), ("】", "a sign that is no ']' (U+3011)", "]"),
    ])
    func `what stands for a character of ASCII is named, with that`(character: String, name: String, ascii: String) {
        #expect(character.lookalike?.name == name)
        #expect(character.lookalike?.ascii == ascii)
        #expect("x\(character)y".withoutLookalikes == "x\(ascii)y")
    }

    @Test(arguments: ["a", "-", "\u{0}", "é", "漢", "я", "ж", "λ", "€", "…", "🙂", "ß"])
    func `letters that are like no other stay`(character: String) {
        #expect(character.lookalike == nil)
        #expect(character.withoutLookalikes == character)
    }

    @Test func `a word that only looks like a channel's becomes it`() {
        #expect("сonda‑forgе\u{200B}".withoutLookalikes == "conda-forge")
        #expect("https：／／h".withoutLookalikes == "https://h")
    }
}
