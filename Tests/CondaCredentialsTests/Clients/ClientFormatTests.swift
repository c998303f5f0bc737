import HostPlatform
import LosslessJSON
import Testing

@testable import CondaCredentials

@Suite struct ClientFormatTests {
    @Test(
        arguments: [
            (ClientFormat.rattler, "https://repo.anaconda.cloud/repo/", "repo.anaconda.cloud"),
            (.mamba, "https://repo.anaconda.cloud/repo/", "repo.anaconda.cloud"),
            (.mamba, "https://H.example:8443/a/b/", "h.example:8443/a/b"),
            (.rattler, "https://h.example:8443/a/b/", "h.example"),
            (.mamba, "no url", nil),
        ] as [(ClientFormat, String, String?)])
    func `entries are named after the URL`(client: ClientFormat, url: String, key: String?) {
        #expect(client.key(url, .repoToken) == key)
    }

    @Test func `mamba looks a bearer token up by host and port alone`() {
        #expect(ClientFormat.mamba.key("https://h.example:8443/a/b/", .apiKey) == "h.example:8443")
    }

    @Test(
        arguments: [
            ("https://h/a/b/", ["h"], "h"), ("https://h/a/b/", ["h", "h/a", "h/b"], "h/a"),
            ("https://h/a/b/", ["h/a/b/c"], nil),
            // By whole labels, and by the host with its port.
            ("https://h/ab/", ["h/a"], nil), ("https://h:80/a/", ["h"], nil), ("https://h:80/a/", ["h:80"], "h:80"),
            ("https://H/a", ["h/a"], "h/a"), ("https://h/A", ["h/a"], nil), ("no url", ["no url"], nil),
        ] as [(String, [String], String?)])
    func `mamba takes a token of the longest beginning`(url: String, present: [String], key: String?) {
        #expect(ClientFormat.mamba.keyInUse(url, .repoToken, present) == key)
        #expect(ClientFormat.mamba.keyInUse(url, .apiKey, present) == nil)
        #expect(ClientFormat.rattler.keyInUse(url, .repoToken, present) == nil)
    }

    @Test(arguments: [ClientFormat.rattler, .mamba], [TokenKind.repoToken, .apiKey])
    func `what is written is read as the same token`(format: ClientFormat, kind: TokenKind) throws {
        let entry = format.entry(Secret("made-up-\"token"), kind)
        guard case .token(let secret, let found) = format.credential(try JSONDocument(Array(entry.text().utf8)).root)
        else {
            Issue.record("no token in \(entry.text())")
            return
        }
        #expect(secret.matches(Secret("made-up-\"token")) && found == kind)
    }

    @Test(arguments: [
        (ClientFormat.rattler, #"{"CondaToken": 5}"#, "other"), (.rattler, #"{"condatoken": "t"}"#, "other"),
        (.rattler, #"{"S3Credentials": {}}"#, "password"), (.rattler, #"{"OAuth": {}}"#, "password"),
        (.rattler, "[]", "other"),
        (.rattler, "null", "other"), (.mamba, #"{"type": "CondaToken"}"#, "other"),
        (.mamba, #"{"token": "t"}"#, "other"),
        (.mamba, #"{"type": "BasicHTTPAuthentication", "password": "c2VjcmV0"}"#, "password"),
        // A password that is no base64, as mamba wants it.
        (.mamba, #"{"type": "BasicHTTPAuthentication", "password": "secret"}"#, "other"), (.mamba, "\"t\"", "other"),
    ])
    func `an entry that the client cannot use is no token`(format: ClientFormat, text: String, expected: String) throws
    {
        switch format.credential(try JSONDocument(Array(text.utf8)).root) {
        case .token: Issue.record("a token in \(text)")
        case .password: #expect(expected == "password")
        case .other: #expect(expected == "other")
        }
    }

    @Test func `a variable moves rattler's file, and nothing mamba's`() throws {
        let site = try StoreSite.made(.linux, ["RATTLER_AUTH_FILE": "auth.json", "MAMBA_ROOT_PREFIX": "/m"])
        #expect(ClientFormat.rattler.place(site).path == "/project/auth.json")
        #expect(ClientFormat.rattler.place(site).overridden.map(\.path) == ["/home/u/.rattler/credentials.json"])
        #expect(
            ClientFormat.rattler.place(try .made(.linux, ["RATTLER_AUTH_FILE": ""])).path
                == "/home/u/.rattler/credentials.json")
        #expect(ClientFormat.mamba.place(site).path == "/home/u/.mamba/auth/authentication.json")
    }
}
