import CommandLineKit
import Testing

@testable import KeyringTool

@Suite struct TokenURLTests {
    @Test(arguments: [
        ("repo.anaconda.cloud/repo/", "--url https://repo.anaconda.cloud/repo/"),
        ("'https://h.example/a'", "--url https://h.example/a"),
        ("h", "such as --url https://repo.anaconda.cloud/repo/"),
        ("https://u:made-up@h.example/a", "give it without: --url https://h.example/a"),
        ("https://h.example/a*", "--url https://h.example/a"),
        ("https://h.example/a?b", "--url https://h.example/a"), ("https://H.example/a", "--url https://h.example/a"),
        ("HTTPS://h.example/a//b/", "--url https://h.example/a/b/"),
        ("http://repo.anaconda.cloud/repo/", "--url https://repo.anaconda.cloud/repo/"),
        ("https://anaconda.org/acme", "--url https://conda.anaconda.org/acme"),
        ("https://h.example/a/linux-64/", "--url https://h.example/a/"),
        ("https://h.example/a/noarch/repodata.json", "--url https://h.example/a/"),
    ])
    func `what no channel's URL begins with is refused, with the one that was meant`(text: String, hint: String) {
        let error = #expect(throws: CommandError.self) { try TokenURL.checked(text) }
        #expect(error?.code == .usage && error?.hint == hint)
        #expect(error?.message.contains("made-up") == false)
    }

    @Test(arguments: [
        "https://repo.anaconda.cloud/repo/", "https://h.example/", "https://h.example:8443/a%20b/",
        "http://h.example/a", "https://api.anaconda.org", "https://h.example/linux-64x/",
    ])
    func `a channel's URL is taken as it is`(text: String) throws { #expect(try TokenURL.checked(text) == text) }

    @Test(arguments: [
        "", "${URL}", "https://<host>/", "https://h.example/a b", "https://tk-0123456789abcdef@h.example/",
        "https://h.example/t/tk-0123456789abcdef/a",
    ])
    func `what is unfilled, or a secret, is refused and not repeated`(text: String) {
        let error = #expect(throws: CommandError.self) { try TokenURL.checked(text) }
        #expect(error?.code == .usage && ((error?.message ?? "") + (error?.hint ?? "")).contains("0123456789") == false)
    }
}
