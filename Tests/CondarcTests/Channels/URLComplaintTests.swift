import Testing

@testable import Condarc

@Suite struct URLComplaintTests {
    /// What stands behind "write" is as good as told where no complaint is left of it.
    @Test(arguments: [
        ("https://https://h.example/a", "https://h.example/a"), ("http://https://h.example/a", "https://h.example/a"),
        ("https://h.example/a,", "https://h.example/a"), ("https://h.example/a)", "https://h.example/a"),
        ("https://h.example/a ", "https://h.example/a"), ("https://h.example\\a", "https://h.example/a"),
        ("https://h.example/a?b=c", "https://h.example/a"), ("https://h.example/a#b", "https://h.example/a"),
    ])
    func `a channel's URL that cannot be right is written right`(text: String, right: String) {
        #expect(URLComplaint.complaint(about: text)?.hint == "write \(right)")
        #expect(URLComplaint.complaint(about: right) == nil)
    }

    @Test(arguments: [
        "https://", "https:///a", "https://a.example https://b.example", "https://a.example/https://b.example",
        "https://h.example/*", "https://h.example/<a>", "https://h.example/a\"b", "https://h.example/{a}",
    ])
    func `what has no one right form is told all the same`(text: String) {
        #expect(URLComplaint.complaint(about: text) != nil)
    }

    @Test(arguments: [
        "https://h.example/a", "https://h.example:8080/t/made-up/a", "https://[::1]/a", "file:///a b", "conda-forge",
        "",
        "https://${HOST}/a b", "https://kim@h.example/a", "https://h.example/a@b", "s3://bucket/a",
        "https://u:p%40w@h.example/a",
    ])
    func `what may be right is let pass`(text: String) { #expect(URLComplaint.complaint(about: text) == nil) }

    @Test func `only behind a channel's URL something is put`() {
        #expect(URLComplaint.complaint(about: "http://h.example/?a", isProxy: true) == nil)
        #expect(URLComplaint.complaint(about: "http://h.example/?a") != nil)
    }

    @Test(arguments: [
        ("http://u:made/up@h", "%2F for '/'", "password"), ("http://u:made#up@h", "%23 for '#'", "password"),
        ("http://u:made?u@p@h", "%3F for '?', %40 for '@'", "password"), ("u:made/up@h:80", "%2F for '/'", "password"),
        ("http://u:[up@h", "%5B for '['", "password"), ("http://corp\\u:up@h", "%5C for '\\'", "user's name"),
    ])
    func `what a password has to have encoded is told without it`(text: String, codes: String, part: String) {
        let complaint = URLComplaint.complaint(about: text, isProxy: true)
        #expect(complaint?.hint == "write \(codes)")
        #expect(complaint?.message.contains(part) == true && complaint?.message.contains("up") == false)
    }

    @Test(
        arguments: [
            ("http://h:80", nil), ("http://h", nil), ("http://h:65535", nil), ("http://[::1]:80", nil),
            ("http://h:", nil),
            ("http://h:${PORT}", nil), ("http://h:99999", "write a number, such as 8080"),
            ("http://h:80a/x", "write http://h:80/x"),
            ("http://h:80:81", "write http://h:80"), ("http://h:word", "write a number, such as 8080"),
            ("http://h,80", "write http://h:80"), ("http://h;g", "write one server alone"),
            ("http:h", "write http://h"),
            ("none", "remove the line: then there is no proxy"), ("http://u:80a@h", nil),
        ] as [(String, String?)])
    func `what stands behind a server's name is a port`(text: String, hint: String?) {
        #expect(URLComplaint.complaint(aboutServerIn: text)?.hint == hint)
    }

    @Test(arguments: [
        ("proxy:8080", "http://proxy:8080"), ("proxy", nil), ("p.example:80", nil), (":80", nil), ("proxy:x", nil),
    ])
    func `a bare host with a port needs its scheme`(text: String, meant: String?) {
        #expect(URLComplaint.complaint(aboutBareHost: text)?.hint == meant.map { "write \($0)" })
    }

    @Test(
        arguments: [
            ("github.com", ["a", "b"], true), ("anaconda.org", ["conda-forge"], true), ("anaconda.org", [], true),
            ("conda.anaconda.org", ["conda-forge"], false), ("repo.anaconda.com", ["pkgs", "main"], false),
            ("repo.anaconda.com", ["miniconda"], true), ("prefix.dev", ["channels", "a"], true),
            ("prefix.dev", ["a"], false),
            ("h.example", [], false), ("mygithub.com", [], false),
        ] as [(String, [Substring], Bool)])
    func `a page for people is no channel`(host: String, path: [Substring], isPage: Bool) {
        #expect((URLComplaint.complaint(aboutServer: host, path: path[...], hasToken: false) != nil) == isPage)
        if isPage {
            Array(host.utf8).withUnsafeBufferPointer { bytes in
                #expect(URLComplaint.isKnownServer(Slice(base: bytes, bounds: bytes.indices)))
            }
        }
    }
}
