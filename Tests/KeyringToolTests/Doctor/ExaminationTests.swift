import CommandLineKit
import Testing

@testable import KeyringTool

/// What stores say of themselves, each with a remedy that is followed to the letter.
@Suite struct ExaminationTests {
    private static let place = ".config/binstar/https%3A%2F%2Fh.example%2Fc%2F.token"
    private static let keyring = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])

    @Test(
        arguments: [
            ("empty-token", place, ""), ("invalid-token", place, "two words"),
            ("stray-blank", place, MadeUp.token + "\n"),
            ("byte-order-mark", ".anaconda/keyring", "\u{FEFF}" + keyring),
            ("damaged-file", ".anaconda/keyring", String(keyring.dropLast(2))),
            ("legacy-domain", ".anaconda/keyring", keyring.replacing("anaconda.com", with: "anaconda.cloud")),
            ("domain-name", ".anaconda/keyring", keyring.replacing("anaconda.com", with: "https://anaconda.com")),
            ("condarc-secret", ".condarc", "channels: [https://h.example/t/\(MadeUp.token)/c]\n"),
            ("older-directory-only", ".local/share/binstar/\(ToolHome.premium)", MadeUp.token),
            ("older-directory-only", ".continuum/anaconda-client/tokens/\(ToolHome.premium)", MadeUp.token),
        ])
    func `a finding is gone after its remedy`(code: String, file: String, text: String) throws {
        let home = try ToolHome()
        try home.write(text, to: file)
        try home.follow(home.finding(code), input: MadeUp.token)
        #expect(home.finding(code) == nil)
        #expect(home.run("report").output.contains("…aaaa"))
    }
}
