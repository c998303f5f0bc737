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
}
