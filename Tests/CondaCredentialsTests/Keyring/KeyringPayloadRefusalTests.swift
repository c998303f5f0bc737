import Testing

@testable import CondaCredentials

@Suite struct KeyringPayloadRefusalTests {
    private func keyring(_ bytes: [UInt8]) throws -> KeyringFile { try KeyringFile(bytes, path: "/k") }

    @Test(arguments: [
        ("domain", "null"), ("version", #""two""#), ("version", "1.5"), ("version", "[]"), ("username", "1"),
        ("api_key", "[]"),
    ])
    func `a field that anaconda-auth refuses is a problem of its entry`(field: String, value: String) throws {
        let file = try keyring(MadeKeyring.text(MadeKeyring.entry("anaconda.com", "{\"\(field)\":\(value)}")))
        let problems = file.contents().problems
        #expect(problems.map(\.code) == [.invalidEntry])
        #expect(problems.first?.message.hasSuffix("wrong type: \(field)") == true)
        #expect(throws: KeyringPayload.Refusal.self) {
            try KeyringRecord(entry: Base64.encode(Array("{\"\(field)\":\(value)}".utf8)))
        }
    }

    @Test(arguments: ["2", "2.0", #""2""#, #"" 2.00 ""#, "null", "true"])
    func `a version that is a whole number, or none, is no problem`(version: String) throws {
        let file = try keyring(MadeKeyring.text(MadeKeyring.entry("anaconda.com", "{\"version\":\(version)}")))
        #expect(file.contents().problems.isEmpty)
    }
}
