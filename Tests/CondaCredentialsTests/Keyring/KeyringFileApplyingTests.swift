import Testing

@testable import CondaCredentials

@Suite struct KeyringFileApplyingTests {
    private static func keyring(_ first: String, _ second: String) throws -> KeyringFile {
        let entries = [("anaconda.cloud", first), ("own.example", second)].map {
            "\"\($0.0)\":  \"\(Base64.encode(Array($0.1.utf8)))\""
        }
        let text = "{ \"other\": {\"x\": \"y\"}, \"Anaconda Cloud\": {\(entries.joined(separator: " , "))} }\n"
        return try KeyringFile(Array(text.utf8), path: "k")
    }

    @Test func `several tokens go in one pass, and every other byte stays`() throws {
        let before = try Self.keyring(
            #"{"repo_tokens":[{"token":"a"},{"token":"b","org_name":"x"}],"later":1.0}"#,
            #"{"repo_tokens":[{"token":"c","org_name":"x"}, {"token":"d","org_name":"y"}]}"#)
        let after = try before.removing(all: [
            .repoToken(domain: "anaconda.com", org: "x"), .repoToken(domain: "anaconda.com", org: nil),
            .repoToken(domain: "own.example", org: "x"), .repoToken(domain: "not.there", org: "x"),
        ])
        let expected = try Self.keyring(
            #"{"repo_tokens":[],"later":1.0}"#, #"{"repo_tokens":[{"token":"d","org_name":"y"}]}"#)
        #expect(after.bytes == expected.bytes)
        #expect(try before.removing(all: []).bytes == before.bytes)
    }
}
