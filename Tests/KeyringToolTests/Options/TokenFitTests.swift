import CommandLineKit
import LosslessJSON
import Testing

@Suite struct TokenFitTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: [
        "ghp_madeup0123456789abcdef", "github_pat_madeup0123456789", "glpat-made_up-0123456789",
        "pypi-made-up-0123456789",
        "npm_madeup0123456789abcd", "hf_madeup0123456789abcd", "AKIAMADEUP0123456789", "xoxb-made-up-0123456789",
        "sk-madeup0123456789abcdef", "password123", "conda-forge", "hunter22", "/workspace",
    ])
    func `what Anaconda gives out to nobody replaces no token, unless it is meant`(text: String) {
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        _ = home.run("set", "--store", "conda-token", input: MadeUp.token)
        for arguments in [["set", "--org", "acme"], ["set", "--store", "conda-token"], ["rotate", "--org", "acme"]] {
            let outcome = home.run(arguments, input: text)
            #expect(outcome.status == .badData && outcome.errors.contains("hint: "), "\(arguments): \(outcome.errors)")
            #expect(!outcome.errors.contains(text) && !home.files.values.joined().contains(text))
            #expect(home.run(arguments + ["--kind", "repo-token", "-n"], input: text).status == .success)
        }
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        // Other servers' tokens may look like anything.
        #expect(home.run("set", "--url", "https://own.example/conda/", input: text).status == .success)
        #expect(home.run("set", "--org", "acme", "--domain", "own.example", input: text).status == .success)
        #expect(home.run("set", "--org", "acme", "--kind", "repo-token", input: text).status == .success)
    }

    @Test func `a token of anaconda's form is stored, whatever its first letters`() {
        let token = "sk-12345678-1234-1234-1234-123456789abc"
        #expect(home.run("set", "--org", "acme", input: token).status == .success)
        #expect(home.run("get", "--org", "acme").output == token + "\n")
    }

    @Test(arguments: [
        "\"\(MadeUp.token)\"", "TOKEN=\(MadeUp.token)", "export TOKEN=\(MadeUp.token)", "Bearer \(MadeUp.token)",
        "https://conda.anaconda.org/t/\(MadeUp.token)/x", "YOUR_TOKEN_HERE", "abc",
    ])
    func `what was pasted along or in a token's place does not replace a good one`(text: String) {
        #expect(home.run("set", "--org", "a", input: MadeUp.other).status == .success)
        for arguments in [["set", "--org", "a"], ["rotate", "--org", "a"]] {
            let outcome = home.run(arguments, input: text + "\n")
            #expect(outcome.status == .badData)
            #expect(outcome.errors.contains("hint: ") && !outcome.errors.contains("0123456789"))
        }
        #expect(home.run("get", "--org", "a").output == MadeUp.other + "\n")
    }

    @Test func `a repo token is not taken for an API key, and one of no known form with a warning`() {
        let outcome = home.run("set", "--kind", "api-key", input: "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef")
        #expect(outcome.status == .badData && home.files.isEmpty)
        let hash = home.run("set", "--kind", "api-key", input: String(repeating: "0a1b2c3d", count: 5))
        #expect(hash.status == .badData && home.files.isEmpty)
        let opaque = home.run("set", "--kind", "api-key", input: MadeUp.token)
        #expect(opaque.status == .success && opaque.errors.contains("warning: it is no JSON web token"))
    }

    @Test(arguments: ["ghp_madeup0123456789abcdef", "npm_madeup0123456789abcd", "AKIAMADEUP0123456789"])
    func `a token of another service is no repo token, and may be another server's API key`(text: String) {
        let outcome = home.run("set", "--kind", "api-key", "--domain", "own.example", input: text)
        #expect(outcome.status == .success && outcome.errors.contains("warning: it is no JSON web token"))
        #expect(!(outcome.output + outcome.errors).contains(text))
        #expect(home.run("set", "--kind", "api-key", input: text).errors.contains("not one of Anaconda"))
        let name = home.run("set", "--org", text, input: MadeUp.token)
        #expect(name.status != .success && !(name.output + name.errors).contains(text))
    }

    @Test func `an API key is not taken for a repo token`() {
        let key = MadeUp.apiKey(expires: 4_000_000_000)
        #expect(home.run("set", "--store", "keyring", "--org", "a", input: key).status == .badData)
        let refusal = home.run("set", "--store", "conda-token", input: key)
        #expect(
            refusal.status == .badData
                && refusal.errors.contains("hint: 'keyring-tool set --kind api-key', without --store, stores"))
        #expect(home.files.isEmpty)
        #expect(home.run("set", "--url", "https://other.example/conda", input: key).status == .success)
        #expect(home.run("set", "--kind", "api-key", input: key).status == .success)
        #expect(home.run("get", "--kind", "api-key").output == key + "\n")
    }
}
