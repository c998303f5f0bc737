import Testing

@testable import CondaURL

/// What holds a placeholder is never a secret, never moved and never cut; what only looks like one is.
@Suite struct PlaceholderTests {
    @Test(arguments: [
        "${TOKEN}", "$TOKEN", "%TOKEN%", "<TOKEN>", "<YOUR TOKEN>", "&lt;token&gt;", "{token}", "{{ token }}", "…",
        "…a1b2",
        "%E2%80%A6", "****", "...", "${A}${B}", "${A}-{{ b }}", "${{ secrets.PW }}", "{{ lookup('env', 'PW') }}",
        "tk-${TOKEN}", "$TOKEN_2", "<token_2>", "${OAUTH2_TOKEN}", "$S3_KEY", "{{ k8s_token }}",
    ])
    func `what stands for a secret may be shown`(text: String) {
        #expect(Placeholder.stands(in: text))
        #expect(Placeholder.isIn(Array(text.utf8)))
    }

    @Test(arguments: [
        "", "a", "tk-0123456789abcdef", "$", "$1", "${", "${}", "${TOKEN", "{{}}", "{{ }}", "<>", "< >", "<1>", "%%",
        "%1%",
        "p$w", "%4", "p%W%", "$Made1Up", "<Made1Up>", "{{ 'Made1Up' }}", "…made-up-tail", "<TOKEN>made-up", "$X\u{1}",
        "<a\nb>", "${X:-made-up}", "{{(s3cr3tvalue99}}", "${{>s3cr3tvalue99}}", "$_AKIA2MADE8UP7FORM8TEST",
        "${a0123456789abcdef0123}", "madeupword-${TOKEN}", "<s3cr3tvalue99>", "a1-${X}", "{",
    ])
    func `what could be a password is not shown`(text: String) { #expect(!Placeholder.stands(in: text)) }

    @Test(arguments: [
        ("pre-${TOKEN}-post", true), ("made-up ${TOKEN:-made-up}", true), ("a{{ x }}b", true), ("${}", false),
        ("{{}}", false), ("}${", false), ("$X-made-up", false), ("made-up", false),
        // A whole token beside it is one.
        ("tk-0123456789abcdef${X}", false), ("${X}tk-0123456789abcdef", false),
    ])
    func `a text around a placeholder is no token to be stored`(text: String, isIn: Bool) {
        #expect(Placeholder.isIn(Array(text.utf8)) == isIn)
    }

    @Test(arguments: [
        "${TOKEN}", "tk-<TOKEN>", "tk-$TOKEN", "$A-$B", "[TOKEN]", "$(cat_tok)", "${TOKEN:-x}", "%3CTOKEN%3E",
        "%24%7BTOKEN%7D", "CHANGEME", "REDACTED", "your-token", "xxxxxxxx", "XXXX-XXXX", "TOKEN", "token", "…",
        "tk-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "PASTE_TOKEN_HERE",
    ])
    func `in the place of a token, words and signs are none`(text: String) {
        #expect(Placeholder.isInToken(Array(text.utf8)))
        let url = "https://h.example/t/\(text)/team"
        #expect(SecretScanner.secrets(in: url.utf8, as: .value).allSatisfy { $0.isDoubtful })
        #expect(ChannelURL(url)?.hasCertainSecret != true)
    }

    @Test(arguments: [
        "tk-0123456789abcdef", "ab-12345678-made-up", "tk%2D0123456789abcdef", "$tk-0123456789abcdef", "made-up1",
        "a1b2c3",
        "${X}tk-0123456789abcdef", "tk-0123456789abcdef<X>", "theater-secret-club", "madeup1$ABC", "${X:-madeup012}",
    ])
    func `a token beside a sign is one`(text: String) {
        #expect(!Placeholder.isInToken(Array(text.utf8)))
        #expect(ChannelURL("https://h.example/t/\(text)/team")?.hasCertainSecret == true)
    }

    @Test(
        arguments: [
            ("${A/B}x", 0, 6), ("${{ a/b }}x", 0, 10), ("<a b>x", 0, 5), ("{{ a/b }}x", 0, 9), ("{a b}x", 0, 5),
            ("${A", 0, nil),
            ("$A}", 0, nil),
            ("ab", 0, nil), ("${A\nB}", 0, nil),
            // Behind the beginning of what may be a secret, a blank or slash ends that.
            ("a${B}", 1, 5), ("a${B C}", 1, nil), ("a<b/c>", 1, nil),
        ] as [(String, Int, Int?)])
    func `where one ends that holds blanks and slashes`(text: String, start: Int, end: Int?) {
        Array(text.utf8).withUnsafeBufferPointer { #expect(Placeholder.end(from: start, of: 0, in: $0) == end) }
    }

    @Test func `what is encoded many times costs no more than what is not`() {
        let text = "%" + String(repeating: "25", count: 100_000) + "41"
        #expect(!Placeholder.isInToken(Array(text.utf8)))
    }
}
