import Testing

@testable import CondaCredentials

@Suite struct ChannelRequestTests {
    private func request(
        _ location: String, _ name: String, auth: String? = nil, token: String? = nil, shownAs: String? = nil
    ) -> ChannelRequest {
        ChannelRequest(
            canonicalName: "c", scheme: "https", auth: auth, location: location, token: token, name: name,
            shownAs: shownAs)
    }

    @Test(
        arguments: [
            ("h:8080/conda", "a/b", "made-up", "/conda/t/made-up/a/b/noarch/repodata.json"),
            ("h", "a", nil, "/a/noarch/repodata.json"), ("h", "", nil, "/noarch/repodata.json"),
            ("h/", "/a/", nil, "/a/noarch/repodata.json"), ("h", "a", "", "/a/noarch/repodata.json"),
            ("h", "a b/é", nil, "/a%20b/%C3%A9/noarch/repodata.json"),
            ("h", "a/../b/./c", nil, "/b/c/noarch/repodata.json"),
            ("h", "../../a", nil, "/a/noarch/repodata.json"), ("h", "a?b", nil, "/a"), ("h", "a#b", nil, "/a"),
            ("h", "a%2fb%zz", nil, "/a%252fb%25zz/noarch/repodata.json"),
            ("h", "a%2fb%41", nil, "/a%2FbA/noarch/repodata.json"),
        ] as [(String, String, String?, String)])
    func `the token stands before the name, and the path is sent as requests sends it`(
        location: String, name: String, token: String?, path: String
    ) {
        #expect(request(location, name, token: token).path.withRevealed { $0 } == path)
    }

    @Test func `URLs of token files and domains are compared with user and password, and without a token`() {
        let made = request("H.example:8080", "a", auth: "Joe:p%40w", token: "made-up")
        #expect(made.urlWithoutToken.withRevealed { $0 }.hasPrefix("https://Joe:p%40w@H.example:8080/t/made-up/a/"))
        #expect(made.authority.withRevealed { $0 } == "joe:p%40w@h.example:8080")
        #expect(made.hostname == "h.example")
        #expect(made.userAndPassword?.user == "Joe")
        #expect(made.userAndPassword?.password.withRevealed { $0 } == "p@w")
        #expect(request("h", "a", auth: "joe").userAndPassword == nil)
        #expect(request("h", "a", auth: ":").userAndPassword == nil)
    }

    @Test(
        arguments: [
            (nil, nil, "https://h/a"), ("joe:secret", nil, "https://joe:…@h/a"), ("joe", nil, "https://joe@h/a"),
            ("made-up-token-0123", nil, "https://…@h/a"), (nil, "tk-0123456789abcdef", "https://h/t/…cdef/a"),
            (nil, "short", "https://h/t/…/a"),
        ] as [(String?, String?, String)])
    func `what is shown has no secret`(auth: String?, token: String?, shown: String) {
        #expect(request("h", "a", auth: auth, token: token).shown == shown)
    }

    @Test func `a channel that is a secret itself is shown in another way everywhere`() {
        let made = request("h", "tk-0123456789abcdef", shownAs: "https://h/…")
        #expect(made.shown == "https://h/…" && made.shownName == "https://h/…")
    }

    @Test(
        arguments: [
            ("h", nil), ("h:80", nil), ("h:", nil), ("h:65535", nil), ("[::1]:80", nil), ("", "no host"),
            ("*.h", "no host"),
            (".h", "no host"), ("h:65536", "a port"), ("h:x", "a port"), ("h:-1", "a port"), ("[::1", "a bracket"),
            ("::1]", "no host"), ("[::1]:x", "a port"),
        ] as [(String, String?)])
    func `no server is asked at an address that is none`(location: String, problem: String?) {
        let found = request(location, "a").hostProblem
        #expect(problem.map { found?.contains($0) == true } ?? (found == nil), "\(found ?? "-")")
    }
}
