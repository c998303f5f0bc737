import CondaCredentials
import Foundation
import TestSupport
import Testing

@Suite struct CondaTokenStoreTests {
    private let token = Secret("made-up-token-0001")
    private let url = "https://repo.anaconda.cloud/repo/"
    private let file = "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"

    @Test func `a token is a file of its own without newline and a secret`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        #expect(try store.contents().tokens.isEmpty)
        #expect(try store.set(token, at: .url(url)).changed)
        #expect(scratch.names(in: store.path) == [file])
        #expect(scratch.bytes(of: store.path + "/" + file) == Array("made-up-token-0001".utf8))
        #expect(scratch.mode(of: store.path + "/" + file) == 0o600)
        #expect(scratch.mode(of: store.path) == 0o700)
        #expect(try !store.set(token, at: .url(url)).changed)
        #expect(try store.remove(.url(url), ifMatching: token).changed)
        #expect(try !store.remove(.url(url), ifMatching: token).changed)
        #expect(scratch.names(in: store.path).isEmpty)
    }

    @Test func `other files are nobody's business and odd ones are reported`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        let files = [
            "config.yaml": "x", "https%3A%2F%2Fa.token": "made-up-1\n", "%zz.token": "made-up-2", "%FF.token": "x",
            "https%3a%2f%2fb.token": "made-up-3", "token": "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "c.token": "",
            "d.token": "two words", ".token": "x", "e.token~": "x",
        ]
        for (name, text) in files { try scratch.write(Array(text.utf8), to: store.path + "/" + name) }
        try FileManager.default.createDirectory(atPath: store.path + "/f.token", withIntermediateDirectories: false)
        let contents = try store.contents()
        #expect(Set(contents.tokens.map(\.summary)) == ["https://a=made-up-1", "https://b=made-up-3"])
        #expect(
            contents.problems.map { "\($0.code.rawValue) \(($0.path as NSString).lastPathComponent)" }.sorted() == [
                "empty-name .token", "empty-token c.token", "file-name %FF.token", "file-name %zz.token",
                "file-name https%3a%2f%2fb.token", "invalid-token d.token", "stray-blank https%3A%2F%2Fa.token",
                "stray-token token", "unreadable f.token",
            ])
        #expect(try store.trimBlanks(ofFile: store.path + "/https%3A%2F%2Fa.token").changed)
        #expect(scratch.bytes(of: store.path + "/https%3A%2F%2Fa.token") == Array("made-up-1".utf8))
    }

    @Test func `a file whose name is no UTF-8 is a problem that shows the name escaped`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        try scratch.write(Array("made-up-1".utf8), to: store.path + "/plain.token")
        let path = "\(store.path)/https%3A%2F%2F".utf8.map { CChar(bitPattern: $0) } + [-1]
        let descriptor = open(path + ".token".utf8.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
        // A file system of macOS takes no such name.
        if descriptor < 0 { return }
        close(descriptor)
        let contents = try store.contents()
        #expect(contents.tokens.map(\.summary) == ["plain=made-up-1"])
        #expect(
            contents.problems.map { "\($0.code.rawValue) \(($0.path as NSString).lastPathComponent): \($0.message)" }
                == [
                    "file-name https%3A%2F%2F\\xff.token: "
                        + "the name is not UTF-8: it is no encoded URL, and the file is not read"
                ])
    }

    @Test func `of two files for one URL one is left`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        let odd =
            store.path + "/https%3a%2f%2Frepo.anaconda.cloud/repo".replacingOccurrences(of: "/repo", with: "%2frepo%2f")
            + ".token"
        try scratch.write(Array("made-up-old".utf8), to: odd)
        #expect(try store.contents().tokens.map(\.url) == [url])
        #expect(try store.set(token, at: .url(url)).changed)
        #expect(scratch.names(in: store.path) == [file])
        #expect(try store.token(at: .url(url))?.secret.matches(token) == true)
    }

    @Test func `a removal and a cautious write spare another token`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        try store.set(token, at: .url(url))
        let other = Secret("made-up-token-0002")
        #expect(throws: CredentialError.self) { try store.remove(.url(url), ifMatching: other) }
        #expect(throws: CredentialError.self) {
            try store.apply([TokenEdit(.url(url), .set(other, replacing: .none))])
        }
        #expect(throws: CredentialError.self) { try store.set(token, at: .org("a")) }
        #expect(try store.token(at: .url(url))?.secret.matches(token) == true)
    }

    @Test func `open modes are problems`() throws {
        let scratch = try TokenScratch()
        let store = scratch.condaTokens
        try scratch.write(Array("made-up-1".utf8), to: store.path + "/a.token", mode: 0o644)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: store.path)
        #expect(try store.contents().problems.map(\.code) == [.mode, .mode])
    }

    @Test(
        arguments: [
            ("https://api.anaconda.org", "https://conda.anaconda.org"),
            ("https://x.api.y/api", "https://x.conda.y/api"),
            ("https://x/api", "https://x/conda"), ("https://apis.x", nil), ("https://myapi.x/", nil), ("api", nil),
            ("", nil),
            ("api.x", nil),
        ] as [(String, String?)])
    func `a token for api serves conda`(url: String, served: String?) {
        #expect(CondaTokenFile.alsoServed(by: url) == served)
    }
}
