import Testing

@testable import CondaURL

@Suite struct ForeignTokenTests {
    /// A token of that shape, as short as one can be.
    static func made(_ shape: ForeignToken.Shape) -> String {
        let body =
            switch shape.body {
            case .long(let least): String(repeating: "x", count: least)
            case .mixed: "madeup0a1b2c3d4e"
            case .capitals: "MADEUP0123456789"
            case .hexadecimal: String(repeating: "0a", count: 16)
            }
        return "\(shape.prefix)\(body)"
    }

    @Test func `what is known for somebody's token is hidden, unless it is too short to be one`() {
        for shape in ForeignToken.shapes {
            let token = Self.made(shape)
            #expect(ForeignToken(Array(token.utf8))?.service == shape.service)
            #expect(MisplacedToken.isKnown(token), "\(shape.prefix)")
            #expect(!MisplacedToken.isKnown(String(token.dropLast())) || shape.prefix.description == "pypi-")
        }
    }

    @Test(arguments: [
        "sk-learn", "sk-learn-contrib-extensions-2024", "npm_config_registry_of_mine", "pypi-mirror-internal-2",
        "hvs.example-company-internal", "dapi-client-of-my-organization", "AKIABARA", "ASIAPACIFICREGIONSOUTH",
        "AIzawa", "ghu_x", "ghr_upload_release_assets", "xoxb-channel-name-of-team", "dckr_pat_mirror_channel_x",
        "glsa_advisories_database", "ASIAPACIFICREGION001", "task-madeup0a1b2c3d4e", "a_AKIAMADEUP0123456789",
        "xAIzamade-up-0123456789-abcdef",
    ])
    func `a name that begins as a token does is a name`(name: String) {
        for text in [name, "https://conda.example/\(name)/c", "  - \(name)  # of \(name)"] {
            #expect(SecretScanner.secrets(in: text.utf8).isEmpty)
        }
    }

    @Test func `a token of anaconda's form is nobody else's, whatever its first letters`() {
        #expect(ForeignToken(Array("sk-12345678-1234-1234-1234-123456789abc".utf8)) == nil)
        #expect(ForeignToken(Array("made-up".utf8)) == nil && ForeignToken([]) == nil)
    }
}
