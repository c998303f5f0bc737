import Testing

@testable import CondaCredentials

@Suite struct KeyringFileOutlineTests {
    private func keyring(_ bytes: [UInt8]) throws -> KeyringFile { try KeyringFile(bytes, path: "/k") }

    @Test func `an outline shows no secret`() throws {
        let payload =
            #"{"domain":"d","api_key":"made-up-key-0123456789","repo_tokens":[{"token":"made-up-token-0123456789","org_name":"a","x":"hidden-1"}],"x":{"y":"hidden-2"},"z":"hidden-3"}"#
        let text = "{\"other\": {\"u\": \"hidden-4\"}, \"Anaconda Cloud\": {" + MadeKeyring.entry("d", payload) + "}}"
        let outline = try keyring(Array(text.utf8)).outline
        for hidden in ["hidden", "made-up", Base64.encode(Array(payload.utf8))] { #expect(!outline.contains(hidden)) }
        #expect(outline.contains("…6789"))
        #expect(outline.contains("\"org_name\": \"a\""))
    }
}
