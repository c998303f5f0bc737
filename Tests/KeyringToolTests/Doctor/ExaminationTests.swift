import CommandLineKit
import Foundation
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

    @Test func `a keyring's link that leads nowhere is told, and nothing is made behind it`() throws {
        let home = try ToolHome()
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/.anaconda", withDestinationPath: home.path + "/mnt/share")
        #expect(home.finding("unreadable") != nil)
        for options in [[], ["--dry-run"]] {
            let set = home.run(["set", "--store", "keyring", "--org", "acme"] + options, input: MadeUp.token)
            #expect(set.status == .system)
            #expect(set.errors.contains("/.anaconda is a link to \(home.path)/mnt/share, and there is no directory"))
        }
        #expect(home.text(of: "mnt/share/keyring") == nil)
    }

    @Test func `a merge conflict in the keyring is left to its user`() throws {
        let home = try ToolHome()
        let other = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.other)]))])
        let text = "<<<<<<< HEAD\n\(Self.keyring)\n=======\n\(other)\n>>>>>>> laptop\n"
        try home.write(text, to: ".anaconda/keyring")
        #expect(home.run("doctor", "--fix").status == .negative)
        #expect(home.text(of: ".anaconda/keyring") == text && home.text(of: ".anaconda/keyring.damaged") == nil)
    }
}
