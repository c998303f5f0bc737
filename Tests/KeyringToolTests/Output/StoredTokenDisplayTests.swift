import LosslessJSON
import Testing

@testable import CondaCredentials
@testable import KeyringTool

@Suite struct StoredTokenDisplayTests {
    private func token(_ address: TokenAddress, _ text: String = MadeUp.token, store: StoreName = .keyring)
        -> StoredToken
    {
        StoredToken(store: store, address: address, secret: Secret(text), path: "/f")
    }

    @Test(
        arguments: [
            (
                .repoToken(domain: "d", org: "my org"), "my org (d)", "the token of my org (d)",
                "--org 'my org' --domain d"
            ), (.repoToken(domain: "d", org: nil), "d, no organization", "the site token of d", "--no-org --domain d"),
            (.apiKey(domain: "d"), "d", "the API key of d", "--kind api-key --domain d"),
            (.url("https://u:made-up@h/"), "https://u:…@h/", "the token for https://u:…@h/", "--url 'https://u:…@h/'"),
            (.host("h", .repoToken), "h", "the token for h", "--url https://h/"),
        ] as [(TokenAddress, String, String, String)])
    func `a token is told by its place, and chosen by it`(
        address: TokenAddress, subject: String, phrase: String, options: String
    ) {
        #expect(token(address).subject == subject && address.phrase == phrase)
        #expect(address.choosingOptions == options)
        #expect(token(address).choosingOptions == "--store keyring " + options)
    }

    @Test func `its JSON has no token, whatever stands in its place`() {
        for address in [
            TokenAddress.url("https://u:made-up@h/"), .host(MadeUp.token, .repoToken),
            .repoToken(domain: "d", org: "a"),
        ] {
            let text = token(address).json.text()
            #expect(!text.contains("made-up") && text.contains("…aaaa"), "\(text)")
        }
    }

    @Test func `what can be no token has a remedy for its store`() {
        let own = token(.repoToken(domain: "d", org: "a"), "${TOKEN}").mistake
        #expect(own?.remedy.contains("keyring-tool set --store keyring --org a --domain d") == true)
        let other = token(.host("h", .repoToken), "${TOKEN}", store: StoreName(rawValue: "rattler")).mistake
        #expect(other?.remedy == "keyring-tool sync --to rattler copies a stored one there")
        #expect(token(.url("https://h/")).mistake == nil)
    }
}
