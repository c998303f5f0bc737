import Testing

@testable import Condarc

@Suite struct ChannelPatternTests {
    @Test(arguments: [
        ("acme", "acme", true), ("ACME", "Acme", true), ("acme", "acme/label/dev", true), ("acme", "acmes", false),
        ("acme*", "acmes", true),
        ("a[bc]", "ac", true), ("a?", "a", false), ("*", "", false), ("h.example", "https://h.example/a", true),
        ("h.example", "http://h.example/a", true),
        ("https://h.example", "http://h.example/a", false),
        ("https://h.example/*", "https://H.example/t/made-up/a", true), ("h.example/", "https://h.example/a", true),
        ("h.example", "https://user:made-up@h.example/a", true), ("h.example", "https://h.example.org/a", false),
        ("h.example/a", "https://h.example/ab", false),
        ("h.example/a", "https://h.example/a/b/c", true),
    ])
    func `a pattern matches what it names, and all below`(pattern: String, written: String, matches: Bool) {
        #expect(ChannelPattern(pattern).matches(written) == matches)
    }

    @Test(arguments: [
        ("^conda-forge$", "write conda-forge"), ("re:conda-forge", "write conda-forge"), ("/^acme$/", "write acme"),
        ("repo\\.anaconda\\.com", "write repo.anaconda.com"),
        ("acme.*", "write acme*"), ("(main|free)", "write main, free"), ("pkgs/(main|r)", "write pkgs/main, pkgs/r"),
        ("^a{2}$", "write it with * ? and […], such as https://repo.anaconda.com/*"),
    ])
    func `a regular expression is told what it is as a pattern`(text: String, hint: String) {
        #expect(ChannelPattern.complaint(about: text)?.hint == hint)
    }

    @Test(arguments: ["!acme", "a, b", "{{ channel }}"])
    func `what would match nothing is refused`(text: String) { #expect(ChannelPattern.complaint(about: text) != nil) }

    @Test(arguments: ["acme", "https://h.example/*", "[ab]*", "repo.anaconda.com", "*/main", "conda-forge"])
    func `a pattern is neither refused nor doubted`(text: String) {
        #expect(ChannelPattern.complaint(about: text) == nil)
        #expect(ChannelPattern.doubt(about: text) == nil)
    }

    @Test(arguments: ["conda_forge", "a[b", "htps://h.example/*", "https://anaconda.org/acme", "github.com"])
    func `a pattern that hardly matches what is meant is doubted`(text: String) {
        #expect(ChannelPattern.doubt(about: text) != nil)
    }

    @Test func `many stars cost no time without end`() {
        let pattern = ChannelPattern(String(repeating: "*a", count: 200) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 500)))
    }
}
