import Testing

@testable import CondaCredentials

@Suite struct KeychainKeyringTests {
    @Test func `the accounts of a keychain's dump are those of our service`() {
        let dump = """
            keychain: "/k"
            class: "genp"
            attributes:
                "acct"<blob>="a.example"
                "svce"<blob>="Anaconda Cloud"
            keychain: "/k"
                "svce"<blob>="other"
                "acct"<blob>="b.example"
            keychain: "/k"
                "svce"<blob>="Anaconda Cloud"
                "acct"<blob>="c.example"
            """
        #expect(KeychainKeyring.domains(in: dump) == ["a.example", "c.example"])
    }
}
