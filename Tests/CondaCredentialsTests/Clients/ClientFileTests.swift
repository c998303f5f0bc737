import Testing

@testable import CondaCredentials

@Suite struct ClientFileTests {
    private static let token = Secret("made-up-token-0123456789")

    @Test(arguments: [
        (OtherClient.rattler, "", #"{"h": {"CondaToken": "made-up-token-0123456789"}}"#),
        (.rattler, #"{"o":{"X":1}}"#, #"{"o":{"X":1},"h":{"CondaToken":"made-up-token-0123456789"}}"#),
        (
            .rattler, #"{"h":{"BasicHTTP":{"username":"u","password":"p"}}}"#,
            #"{"h":{"CondaToken":"made-up-token-0123456789"}}"#
        ),
        (.mamba, "", #"{"h": {"type": "CondaToken", "token": "made-up-token-0123456789"}}"#),
    ])
    func `a token is set and every other byte stays`(client: OtherClient, before: String, after: String) throws {
        let file = try ClientFile(Array(before.utf8), client: client, path: "f")
        let edited = try file.setting(Self.token, kind: .repoToken, at: "h")
        #expect(edited.map { String(decoding: $0.bytes, as: UTF8.self) } == after)
        #expect(try edited?.setting(Self.token, kind: .repoToken, at: "h") == nil)
    }

    @Test func `every kind of entry is read`() throws {
        let rattler = try ClientFile(
            Array(
                #"{"a":{"CondaToken":"t"},"b":{"BearerToken":"t"},"c":{"BasicHTTP":{"username":"u","password":"p"}},"d":{"S3":{}}}"#
                    .utf8), client: .rattler, path: "f")
        #expect(rattler.credentials.map(\.kind) == [.condaToken, .bearerToken, .password, .other])
        let mamba = try ClientFile(
            Array(
                #"{"a":{"type":"CondaToken","token":"t"},"b":{"type":"BearerToken","token":"t"},"c":{"type":"BasicHTTPAuthentication","user":"u","password":"cA=="},"d":1}"#
                    .utf8), client: .mamba, path: "f")
        #expect(mamba.credentials.map(\.kind) == [.condaToken, .bearerToken, .password, .other])
    }

    @Test(
        arguments: [
            (OtherClient.rattler, "https://repo.anaconda.cloud/repo/", "repo.anaconda.cloud"),
            (.mamba, "https://repo.anaconda.cloud/repo/", "repo.anaconda.cloud"),
            (.mamba, "https://H.example:8443/a/b/", "h.example:8443/a/b"),
            (.rattler, "https://h.example:8443/a/b/", "h.example:8443"),
            (.mamba, "no url", nil),
        ] as [(OtherClient, String, String?)])
    func `entries are named after the URL`(client: OtherClient, url: String, key: String?) {
        #expect(client.key(for: url) == key)
    }

    @Test func `what is no object is refused with its place`() {
        #expect {
            try ClientFile(Array("{\n\"a\": ".utf8), client: .mamba, path: "f")
        } throws: { ($0 as? CredentialError)?.code == .syntax && ($0 as? CredentialError)?.line == 2 }
        #expect(throws: CredentialError.self) { try ClientFile(Array("[]".utf8), client: .mamba, path: "f") }
    }

    @Test func `an outline shows no secret`() throws {
        let text = """
            {"h":{"type":"BasicHTTPAuthentication","user":"u","password":"c2VjcmV0LXBhc3N3b3Jk"},
             "i":{"CondaToken":"made-up-token-0123456789","later":["made-up-token-0123456789"]}}
            """
        for client in OtherClient.allCases {
            let outline = try ClientFile(Array(text.utf8), client: client, path: "f").outline
            #expect(!outline.contains("c2VjcmV0") && !outline.contains("made-up") && outline.contains("…6789"))
        }
    }
}
