import Testing

@testable import CondaCredentials

@Suite struct CredentialChoiceTests {
    private func credential(
        _ text: String, _ transport: CredentialChoice.Transport, kind: TokenKind? = .repoToken
    ) -> CredentialChoice.Credential {
        CredentialChoice.Credential(secret: Secret(text), kind: kind, transport: transport, place: "/k")
    }

    @Test(
        arguments: [
            ("made-up", true), ("made-up\u{FF}", true), ("made-up\u{100}", false), ("made\nup", false),
            ("made-up\n", false),
            ("made\rup", false), ("made-up\r", false),
            // A line that is folded, as headers of old were.
            ("made\n up", true), ("made\r\n\tup", true), ("made\r up", true), ("made\r\nup", false), ("", true),
        ])
    func `a header takes one line of Latin 1`(text: String, isTaken: Bool) {
        for transport in [CredentialChoice.Transport.bearer, .token] {
            #expect((credential(text, transport).headerRefusal == nil) == isTaken)
        }
        // What is encoded, or in the URL, is in no header as it is.
        #expect(credential(text, .basic).headerRefusal == nil && credential(text, .path).headerRefusal == nil)
    }

    @Test func `only an API key says when it ends`() {
        // {"exp": 1893456000}
        let key = "e30.eyJleHAiOiAxODkzNDU2MDAwfQ.c2ln"
        #expect(credential(key, .bearer, kind: .apiKey).expires == 1_893_456_000)
        #expect(credential(key, .token).expires == nil && credential(key, .path, kind: nil).expires == nil)
        #expect(credential("made-up", .bearer, kind: .apiKey).expires == nil)
    }

    @Test func `where conda stops nothing goes out`() {
        let choice = CredentialChoice.aborted("https://h/c", "the file is broken", client: .assumed)
        #expect(choice.rule == .aborted && choice.aborts == "the file is broken")
        #expect(choice.credential == nil && choice.also == nil && choice.retry == nil && choice.considered.isEmpty)
    }
}
