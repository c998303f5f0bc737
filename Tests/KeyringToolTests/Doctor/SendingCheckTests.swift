import CommandLineKit
import Foundation
import LosslessJSON
import Testing

/// Findings about what is sent, each with a remedy that is followed to the letter.
@Suite struct SendingCheckTests {
    private let home: ToolHome

    init() throws {
        home = try ToolHome()
        try home.installAnacondaAuth()
    }

    private static let packaged =
        "channel_settings:\n- channel: \"https://repo.anaconda.cloud/*\"\n  auth: \"anaconda-auth\"\n"

    private func writeKeyring(_ payload: String, domain: String = "anaconda.com") throws {
        try home.write(MadeUp.keyring([(domain, payload)]), to: ".anaconda/keyring")
    }

    private func sent(_ channel: String = "https://repo.anaconda.cloud/repo/acme/main") -> JSONValue? {
        home.run("which", "--json", channel).json["credential"]?["redacted"]
    }

    @Test func `a token that no setting gives to anaconda-auth is found, and sent after the remedy`() throws {
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)]))
        let found = home.finding("token-not-sent")
        #expect(found?["level"] == "warning" && found?["fixable"] == false)
        #expect(sent() == nil || sent() == .null)
        try home.follow(found)
        #expect(sent() == "…aaaa" && home.finding("token-not-sent") == nil)
        #expect(home.text(of: ".condarc")?.contains("https://repo.anaconda.cloud/*") == true)
        #expect(home.run("doctor", "--fix", "--configure-condarc", "--check").status == .success)
    }

    @Test func `a token under the name of a host that is asked for by another is found, and sent after the remedy`()
        throws
    {
        try home.write(Self.packaged.replacing("repo.anaconda.cloud", with: "repo.anaconda.com"), to: ".condarc")
        let domain = "repo.anaconda.com"
        let payload = MadeUp.payload(domain: domain, tokens: [("acme", MadeUp.token)])
        try writeKeyring(payload, domain: domain)
        let channel = "https://repo.anaconda.com/repo/acme/main"
        #expect(sent(channel) != "…aaaa")
        guard case .string(let remedy)? = home.finding("unasked-domain")?["remedy"] else {
            throw CocoaError(.coderInvalidValue)
        }
        try home.runLine(remedy)
        #expect(sent(channel) == "…aaaa" && home.finding("unasked-domain") == nil)
        // A setting may name it.
        try writeKeyring(payload, domain: domain)
        try home.write(
            "channel_settings:\n- channel: https://repo.anaconda.com/*\n  auth: anaconda-auth\n  auth_domain: \(domain)\n",
            to: ".condarc")
        #expect(sent(channel) == "…aaaa" && home.finding("unasked-domain") == nil)
    }

    @Test func `a host of its own gets a setting of its own`() throws {
        try writeKeyring(
            MadeUp.payload(domain: "onprem.example", tokens: [("acme", MadeUp.token)]), domain: "onprem.example")
        try home.follow(home.finding("token-not-sent"))
        #expect(sent("https://onprem.example/repo/acme") == "…aaaa")
    }

    @Test func `without a base installation, or without anaconda-auth in it, the finding says so`() throws {
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)]))
        home.environment["CONDA_ROOT"] = nil
        #expect(home.finding("token-not-sent") == nil)
        home.environment["CONDA_ROOT"] = home.path + "/other"
        try home.write("", to: "other/conda-meta/history")
        #expect(home.finding("handler-not-installed") != nil && home.finding("token-not-sent") == nil)
    }

    @Test func `a setting that the package's own file takes the effect from counts after the remedy`() throws {
        try home.write(Self.packaged, to: "root/condarc.d/anaconda-auth.yml")
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)], key: "made-up-key-0123456789-cccc"))
        let own =
            "channel_settings:\n  # mine\n  - channel: https://repo.anaconda.cloud/*\n    auth: anaconda-auth\n    credential_type: repo-token\n"
        try home.write(own, to: ".condarc")
        #expect(sent() == "…cccc")
        let found = home.finding("setting-overridden")
        #expect(found?["path"] == .string(home.path + "/.condarc") && found?["line"] == 3)
        try home.follow(found)
        #expect(sent() == "…aaaa" && home.finding("setting-overridden") == nil)
        #expect(home.text(of: ".condarc")?.contains("# mine") == true)
    }

    @Test func `an API key that goes before the repo token is told, and gone after the remedy`() throws {
        try home.write(Self.packaged, to: ".condarc")
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)], key: "made-up-key-0123456789-cccc"))
        #expect(sent() == "…cccc")
        try home.follow(home.finding("api-key-first"))
        #expect(sent() == "…aaaa" && home.finding("api-key-first") == nil)
    }

    @Test func `a second copy that other clients read is told, and gone after the remedy`() throws {
        try home.write(Self.packaged, to: ".condarc")
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)]))
        try home.writeToken(MadeUp.token)
        try home.follow(home.finding("second-copy"))
        #expect(home.finding("second-copy") == nil && home.text(of: ".config/binstar/\(ToolHome.premium)") == nil)
    }

    @Test func `a refused key that nothing follows is told, and followed after the remedy`() throws {
        try home.write(Self.packaged, to: ".condarc")
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)]))
        home.environment["ANACONDA_AUTH_API_KEY"] = "made-up-key-0123456789-cccc"
        #expect(home.run("which", "--json", "https://repo.anaconda.cloud/repo/acme/main").json["retry"] == .null)
        try home.follow(home.finding("retry-hidden"))
        let retry = home.run("which", "--json", "https://repo.anaconda.cloud/repo/acme/main").json["retry"]
        #expect(retry?["redacted"] == "…aaaa" && home.finding("retry-hidden") == nil)
    }

    @Test func `an error that anaconda-auth keeps to itself is told`() throws {
        try home.write(Self.packaged, to: ".condarc")
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)]))
        home.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        #expect(home.finding("handler-fails")?["remedy"] == "unset PYTHON_KEYRING_BACKEND")
        home.environment["PYTHON_KEYRING_BACKEND"] = nil
        #expect(home.finding("handler-fails") == nil)
    }

    @Test(arguments: [0, 1], [ToolHome.premium, "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2Facme%2F.token"])
    func `of two tokens that differ each remedy keeps one`(choice: Int, file: String) throws {
        try writeKeyring(MadeUp.payload(tokens: [("acme", MadeUp.token)]))
        try home.writeToken(MadeUp.other, url: file)
        try home.follow(home.finding("stores-differ"), choice: choice)
        #expect(home.finding("stores-differ") == nil)
        let kept = home.run("get", "--store", "keyring", "--org", "acme").output
        #expect(kept == (choice == 0 ? MadeUp.other : MadeUp.token) + "\n")
    }

    @Test func `the copy that conda sends is not to be removed`() throws {
        try writeKeyring(MadeUp.payload(tokens: [(nil, MadeUp.token)]))
        try home.writeToken(MadeUp.token)
        let found = home.finding("second-copy")
        #expect(found != nil)
        #expect(found?["remedy"] == .string("keep it: conda sends this copy, and not the keyring's"))
        #expect(home.run("doctor", "--fix", "--configure-condarc").status == .success)
        try home.follow(home.finding("second-copy"))
        #expect(home.run("which", "https://repo.anaconda.cloud/repo/main").status == .success)
    }

    @Test func `a move to where conda does not look is said to be one`() throws {
        try home.writeToken(MadeUp.token)
        let moved = home.run("migrate", "--remove-source")
        #expect(moved.status == .success)
        #expect(moved.errors.contains("keyring-tool doctor --fix --configure-condarc"), "\(moved)")
        #expect(home.run("which", "https://repo.anaconda.cloud/repo/main").status == .negative)
        #expect(home.run("doctor", "--fix", "--configure-condarc").status == .success)
        #expect(home.run("which", "https://repo.anaconda.cloud/repo/main").status == .success)
    }
}
