import Testing

@testable import CondaCredentials

@Suite struct StoreProblemTests {
    @Test func `the words of problems are part of the contract`() {
        #expect(
            StoreProblem.Code.allCases.map(\.rawValue) == [
                "damaged-file", "client-damaged", "damaged-entry", "invalid-entry", "loose-base64", "byte-order-mark",
                "duplicate-entry", "legacy-domain", "service-name", "domain-name", "field-name", "client-entry", "mode",
                "stray-blank", "empty-token", "invalid-token", "file-name", "empty-name", "stray-token", "unreadable",
                "stores-differ",
            ])
    }

    @Test func `a path whose name holds a secret is shown without it`() {
        let path = "/d/" + CondaTokenFile.name(for: "https://u:made-up@h/")
        #expect(!StoreProblem(.mode, path: path, message: "no").shownPath.contains("made-up"))
        #expect(StoreProblem(.mode, path: "/d/keyring", message: "no").shownPath == "/d/keyring")
        #expect(
            StoreProblem(.strayToken, path: "/d/tk-0123456789abcdef.token", message: "no").shownPath == "/d/….token")
    }
}
