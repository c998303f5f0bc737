import CommandLineKit
import LosslessJSON
import TestSupport
import Testing

/// A setting that is written is the one that counts.
@Suite struct CondarcSetupTests {
    private let home: ToolHome

    init() throws {
        home = try ToolHome()
        try home.installAnacondaAuth()
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))]),
            to: ".anaconda/keyring")
    }

    private static let rival = "{channel: 'https://repo.anaconda.cloud/*', auth: other-auth}"
    private static let plain = "{channel: 'https://repo.anaconda.cloud/repo/*'}"

    @Test(
        arguments: [
            [:], ["root/condarc.d/x.yml": "channel_settings: [\(rival)]\n"],
            ["root/condarc.d/x.yml": "channel_settings: [\(plain)]\n"], [".condarc": "channel_settings: [\(plain)]\n"],
            [
                ".condarc": "channel_settings: [\(rival), \(plain)]\n",
                "root/condarc.d/x.yml": "channel_settings: [\(plain)]\n",
            ],
            [
                ".config/conda/.condarc": "channel_settings: [\(rival)]\n",
                "root/condarc.d/x.yml": "channel_settings: [\(plain)]\n",
            ],
            [
                ".condarc":
                    "channel_settings:\n  - channel: https://repo.anaconda.cloud/*\n    auth: anaconda-auth\n  - \(plain)\n"
            ],
        ] as [[String: String]])
    func `the setting decides, whatever other files say`(files: [String: String]) throws {
        for (name, text) in files { try home.write(text, to: name) }
        let channel = "https://repo.anaconda.cloud/repo/acme/main"
        let outcome = home.run("migrate", "--configure-condarc")
        #expect(outcome.status == .success && !outcome.errors.contains("does not make"), "\(outcome.errors)")
        let answer = home.run("which", "--json", channel).json
        #expect(answer["credential"]?["redacted"] == "…aaaa", "\(home.text(of: ".condarc") ?? "")")
        let after = home.text(of: ".condarc")
        #expect(home.run("migrate", "--configure-condarc", "--check").status == .success)
        #expect(home.text(of: ".condarc") == after)
    }

    @Test func `where it cannot count, that is said`() throws {
        try home.write("channel_settings: [\(Self.rival)]\n", to: "root/.condarc")
        try home.write("channel_settings:  #!final\n  - \(Self.rival)\n", to: "root/.condarc")
        let outcome = home.run("migrate", "--configure-condarc")
        #expect(outcome.errors.contains("does not make conda use the keyring"))
    }
}
