import Testing

@testable import CondaCredentials

@Suite struct KeyringFileListingTests {
    private func keyring(_ bytes: [UInt8]) throws -> KeyringFile { try KeyringFile(bytes, path: "/k") }
    private let token = Secret("made-up-token-0001")

    @Test(arguments: [
        ("{", 1, 2), ("[]", 1, 1), (#"{"Anaconda Cloud": []}"#, 1, 20), ("{\n\"a\": x}", 2, 6), ("null", 1, 1),
    ])
    func `a damaged keyring says where it breaks`(text: String, line: Int, column: Int) {
        let error = #expect(throws: CredentialError.self) { try keyring(Array(text.utf8)) }
        #expect(error?.code == .syntax)
        #expect(error?.line == line)
        #expect(error?.column == column)
        #expect(error?.path == "/k")
    }

    @Test func `a hostile keyring of one organization's tokens is read and edited in one pass`() throws {
        let tokens = (0..<3000).map { #"{"token":"made-up-\#($0)","org_name":"a"}"# }.joined(separator: ",")
        let entry = MadeKeyring.entry("anaconda.com", #"{"repo_tokens":[\#(tokens)]}"#)
        let entries = (0..<3000).map { MadeKeyring.entry("host-\($0)", "[]") }.joined(separator: ",")
        let file = try keyring(MadeKeyring.text(entry, entries))
        #expect(file.contents().tokens.count == 3000)
        let set = try #require(try file.setting(token, at: .org("a")))
        #expect(set.contents().tokens.map(\.summary) == ["anaconda.com/a=made-up-token-0001"])
        let removed = try #require(try file.removing(.org("a")))
        #expect(MadeKeyring.payload("anaconda.com", in: removed.bytes) == #"{"repo_tokens":[]}"#)
    }
}
