import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct ClientFileTests {
    private static let token = Secret("made-up-token-0123456789")

    @Test(arguments: [
        (ClientFormat.rattler, "", #"{"h": {"CondaToken": "made-up-token-0123456789"}}"#),
        (.rattler, #"{"o":{"X":1}}"#, #"{"o":{"X":1},"h":{"CondaToken":"made-up-token-0123456789"}}"#),
        (
            .rattler, #"{"h":{"BasicHTTP":{"username":"u","password":"p"}}}"#,
            #"{"h":{"CondaToken":"made-up-token-0123456789"}}"#
        ),
        (.mamba, "", #"{"h": {"type": "CondaToken", "token": "made-up-token-0123456789"}}"#),
    ])
    func `a token is set and every other byte stays`(client: ClientFormat, before: String, after: String) throws {
        let file = try ClientFile(Array(before.utf8), format: client, path: "f")
        let edit = TokenEdit(.host("h", .repoToken), .set(Self.token, replacing: .any))
        let edited = try file.applying([edit]).file
        #expect(edited.map { String(decoding: $0.bytes, as: UTF8.self) } == after)
        #expect(try edited?.applying([edit]).file == nil)
    }

    @Test func `every kind of entry is read`() throws {
        let rattler = try ClientFile(
            Array(
                #"{"a":{"CondaToken":"t"},"b":{"BearerToken":"t"},"c":{"BasicHTTP":{"username":"u","password":"p"}},"d":{"S3":{}}}"#
                    .utf8), format: .rattler, path: "f")
        #expect(rattler.credentials.map(\.credential.summary) == ["repo-token t", "api-key t", "password", "other"])
        let mamba = try ClientFile(
            Array(
                #"{"a":{"type":"CondaToken","token":"t"},"b":{"type":"BearerToken","token":"t"},"c":{"type":"BasicHTTPAuthentication","user":"u","password":"cA=="},"d":1}"#
                    .utf8), format: .mamba, path: "f")
        #expect(mamba.credentials.map(\.credential.summary) == ["repo-token t", "api-key t", "password", "other"])
    }

    @Test func `what is no object is refused with its place`() {
        #expect {
            try ClientFile(Array("{\n\"a\": ".utf8), format: .mamba, path: "f")
        } throws: { ($0 as? CredentialError)?.code == .syntax && ($0 as? CredentialError)?.line == 2 }
        #expect(throws: CredentialError.self) { try ClientFile(Array("[]".utf8), format: .mamba, path: "f") }
    }

    @Test func `an outline shows no secret`() throws {
        let text = """
            {"h":{"type":"BasicHTTPAuthentication","user":"u","password":"c2VjcmV0LXBhc3N3b3Jk"},
             "i":{"CondaToken":"made-up-token-0123456789","later":["made-up-token-0123456789"]}}
            """
        for client in [ClientFormat.mamba, .rattler] {
            let outline = try ClientFile(Array(text.utf8), format: client, path: "f").outline
            #expect(!outline.contains("c2VjcmV0") && !outline.contains("made-up") && outline.contains("…6789"))
        }
    }

    @Test func `a token goes to the entry that the client takes first`() throws {
        let scratch = try TokenScratch()
        let store = ClientStore(format: .mamba, path: scratch.path + "/authentication.json")
        let text =
            #"{"h/a":{"type":"CondaToken","token":"old"},"h/a/b/c":{"type":"BasicHTTPAuthentication","user":"u","password":"cA=="}}"#
        try scratch.write(Array(text.utf8), to: store.path)
        let contents = try store.contents()
        func key(_ url: String) throws -> TokenAddress {
            try store.address(for: TokenUse(kind: .repoToken, url: url, domain: "h"), among: contents)
        }
        #expect(try key("https://h/a/b/") == .host("h/a/b", .repoToken))
        #expect(try key("https://h/a/b/c/") == .host("h/a/b/c", .repoToken))
        #expect(try key("https://h/ab/") == .host("h/ab", .repoToken))
    }

    @Test func `many entries are removed and added in one write`() throws {
        let file = try ClientFile(
            Array(#"{"a":{"CondaToken":"t"},"b":{"X":1},"c":{"BearerToken":"t"}}"#.utf8), format: .rattler, path: "f")
        let (edited, effects) = try file.applying([
            TokenEdit(.host("a", .repoToken), .remove(ifMatching: nil)),
            TokenEdit(.host("c", .repoToken), .remove(ifMatching: nil)),
            TokenEdit(.host("b", .repoToken), .set(Secret("new"), replacing: .any)),
            TokenEdit(.host("d", .apiKey), .set(Secret("key"), replacing: .any)),
        ])
        #expect(effects == [.removed, .none, .replaced, .added])
        let text = edited.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(text == #"{"b":{"CondaToken":"new"},"c":{"BearerToken":"t"},"d":{"BearerToken":"key"}}"#)
    }
}

extension ClientFormat.Credential {
    fileprivate var summary: String {
        switch self {
        case .token(let secret, let kind): secret.withRevealed { "\(kind.rawValue) \($0)" }
        case .password: "password"
        case .other: "other"
        }
    }
}
