import CommandLineKit
import LosslessJSON
import Testing

@Suite struct SetCommandTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `a token from standard input is stored and read back`() {
        #expect(home.run("set", "--store", "keyring", "--org", "acme", input: MadeUp.token + "\n").status == .success)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        #expect(home.mode(of: ".anaconda/keyring") == 0o600)
        #expect(home.mode(of: ".anaconda") == 0o700)
        let again = home.run("set", "--store", "keyring", "--org", "acme", "--json", input: MadeUp.token)
        #expect(again.json["changed"] == false)
    }

    @Test(arguments: ["ANACONDA_AUTH_API_KEY", "ANACONDA_AUTH_KEYRING"])
    func `what hides the keyring is said where something is put into it`(variable: String) {
        home.environment[variable] = variable.hasSuffix("KEY") ? MadeUp.other : "{}"
        let outcome = home.run("set", "--store", "keyring", "--org", "acme", input: MadeUp.token)
        #expect(outcome.status == .success && outcome.errors.contains("\(variable) is set"), "\(outcome.errors)")
        #expect(!home.run("set", "--store", "conda-token", input: MadeUp.token).errors.contains(variable))
    }

    @Test(arguments: [
        "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "xy-12345678-abcd-efgh-ijkl-123456789012",
        "0a1b2c3d4e5f60718293a4b5c6d7e8f9", MadeUp.apiKey(expires: 1), String(repeating: "a1b2", count: 100),
    ])
    func `a token in the place of a name is not repeated`(token: String) {
        for arguments in [
            ["set", "--org", "a", "--token-file", token], ["set", "--token-env", token, "--org", "a"],
            ["get", "--org", token], ["get", "--domain", token], ["remove", "--org", token],
            ["rotate", "--org", token],
            ["set", "--\(token)"], ["set", "--\(token)=x"], ["help", "--\(token)"], ["--\(token)"], [token],
            ["help", "set", token], ["set", "--domain", "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "--org", "a"],
        ] {
            for json in [[], ["--json"]] {
                let outcome = home.run(arguments + json, input: MadeUp.token)
                #expect(outcome.status != .success || arguments[0] == "remove")
                #expect(!(outcome.output + outcome.errors).contains(token.prefix(20)), "\(arguments)")
            }
        }
        #expect(home.files.isEmpty)
    }

    @Test(arguments: [
        ("my-org ", "my-org"), ("https://anaconda.cloud/my-org", "my-org"), ("'my-org'", "my-org"),
        ("my-org/main", "my-org"),
        ("https://repo.anaconda.cloud/repo/my-org/main", "my-org"),
        ("https://anaconda.com/organizations/my-org/", "my-org"),
    ])
    func `an organization's name that no channel has is met with the nearest`(name: String, nearest: String) throws {
        try home.writeToken(MadeUp.other)
        for command in ["set", "migrate"] {
            let outcome = home.run(command, "--org", name, input: MadeUp.token)
            #expect(outcome.status == .usage && outcome.errors.contains("hint: --org \(nearest)\n"))
        }
        #expect(home.text(of: ".anaconda/keyring") == nil)
        #expect(home.run("set", "--org", nearest, input: MadeUp.token).status == .success)
    }

    @Test func `a password in the place of an organization is not repeated`() {
        for name in ["user:made-up@h.example/c", "https://user:made-up#x@h.example/c", "https:/user:made-up@h/c"] {
            for command in ["set", "migrate"] {
                let outcome = home.run(command, "--org", name, input: MadeUp.token)
                #expect(outcome.status == .usage && !outcome.errors.contains("made-up"), "\(outcome)")
            }
        }
    }

    @Test func `a conda-token file is told what it does not take`() {
        for option in ["--org=a", "--no-org", "--domain=d.example"] {
            let outcome = home.run("set", "--store", "conda-token", option, input: MadeUp.token)
            #expect(outcome.status == .usage && outcome.errors.contains("leave out \(option.split(separator: "=")[0])"))
        }
    }

    @Test func `of two files whose URLs differ by a slash each can be named, and the second is warned of`() {
        let url = "https://repo.anaconda.cloud/repo"
        #expect(home.run("set", "--url", url, input: MadeUp.token).errors.contains("warning") == false)
        let second = home.run("set", "--url", url + "/", input: MadeUp.other)
        #expect(second.errors.contains("another file is for \(url), "))
        #expect(home.run("get", "--url", url).output == MadeUp.token + "\n")
        #expect(home.run("get", "--url", url + "/").output == MadeUp.other + "\n")
        #expect(home.run("remove", "--url", url).status == .success)
        #expect(home.run("get", "--url", url).output == MadeUp.other + "\n")
    }

    @Test func `a file and a variable are other ways`() throws {
        try home.write(MadeUp.token + "\r\n", to: "t")
        home.environment["MY_TOKEN"] = MadeUp.other
        #expect(home.run("set", "--store", "conda-token", "--token-file", "t").status == .success)
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == MadeUp.token)
        #expect(
            home.run("set", "--url", "https://h.example/a b".replacing(" ", with: "%20"), "--token-env", "MY_TOKEN")
                .status == .success)
        #expect(home.run("get", "--url", "https://h.example/a%20b").output == MadeUp.other + "\n")
    }

    @Test(arguments: [
        ["set", MadeUp.token, "--store", "keyring", "--org", "a"], ["set", "--token", MadeUp.token, "--org", "a"],
        ["set", "--token=\(MadeUp.token)", "--org", "a"], ["set", "--org", "a", "--", MadeUp.token],
    ])
    func `a token in the arguments is refused and not repeated`(arguments: [String]) {
        for json in [[], ["--json"]] {
            let outcome = home.run(Array(arguments.prefix(1)) + json + arguments.dropFirst(), input: MadeUp.token)
            #expect(outcome.status == .usage)
            #expect(!(outcome.output + outcome.errors).contains("made-up"))
        }
        #expect(home.files.isEmpty)
    }

    @Test(arguments: ["", "\n", " ", "a b", "a\tb", "a\u{0}b", "tok\u{E9}n", "a\n\n", "\u{FEFF}token", " token"])
    func `what is no token is refused`(text: String) {
        let outcome = home.run("set", "--store", "keyring", "--org", "a", "--json", input: text)
        #expect(outcome.status == .badData)
        #expect(outcome.json["error"]?["code"] == "invalid")
        #expect(home.files.isEmpty)
    }

    @Test(arguments: [
        ["set"], ["set", "--store", "keyring"], ["set", "--store", "keyring", "--org", ""],
        ["set", "--store", "keyring", "--url", "https://h.example"], ["set", "--store", "conda-token", "--org", "a"],
        ["set", "--url", "no url"], ["set", "--url", "https://u:p@h.example/"], ["set", "--url", "https://h/t/x/"],
        ["set", "--kind", "api-key", "--org", "a"], ["set", "--org", "a", "--domain", "a/b"],
        ["set", "--org", "a", "--token-stdin"], ["set", "--org", "a", "--keyring", ""],
        ["set", "--url", "https://h.example", "--token-dir="],
        ["set", "--org", "a", "--token-file", ""],
        ["set", "--org", "a", "--token-env", "NOT_SET"], ["set", "--org", "a", "--no-org"],
    ])
    func `an incomplete or contradictory command line is a usage error`(arguments: [String]) {
        #expect(home.run(arguments, input: MadeUp.token).status == .usage)
        #expect(home.files.isEmpty)
    }

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

    @Test(arguments: ["repo.anaconda.cloud", "repo.anaconda.com", "https://repo.anaconda.cloud/repo/"])
    func `a host that conda looks for under another name is no domain`(domain: String) {
        let outcome = home.run("set", "--org", "acme", "--domain", domain, input: MadeUp.token)
        #expect(outcome.status == .usage && outcome.errors.contains("hint: --domain anaconda.com\n"))
        #expect(home.files.isEmpty)
    }

    @Test(arguments: [
        ("https://h.example/c/noarch/repodata.json", "https://h.example/c/"),
        ("https://h.example/c/channeldata.json", "https://h.example/c/"),
        ("https://h.example/c/linux-64/repodata.json.zst", "https://h.example/c/"),
    ])
    func `the URL of a channel's file is met with the channel's`(url: String, channel: String) {
        let outcome = home.run("set", "--url", url, input: MadeUp.token)
        #expect(outcome.status == .usage && outcome.errors.contains("hint: --url \(channel)\n"), "\(outcome.errors)")
        #expect(home.files.isEmpty)
    }

    @Test(arguments: [
        ("$TOKEN", "hint: --token-env TOKEN\n"), ("${TOKEN}", "hint: --token-env TOKEN\n"),
        ("TOKEM", "variable TOKEM is not set"), ("made-up-name-1", "variable named by --token-env is not set"),
    ])
    func `a variable that is not there is named, where it can be no token`(name: String, text: String) {
        home.environment["TOKEN"] = MadeUp.token
        let outcome = home.run("set", "--org", "acme", "--token-env", name)
        #expect(outcome.status == .usage && outcome.errors.contains(text), "\(outcome.errors)")
        #expect(!outcome.errors.contains("made-up"))
    }

    @Test func `dry run and check change nothing and show no token`() {
        for (option, status) in [("-n", ExitStatus.success), ("--check", .negative)] {
            let outcome = home.run("set", "--store", "keyring", "--org", "acme", option, "--json", input: MadeUp.token)
            #expect(outcome.status == status)
            #expect(outcome.json["changed"] == true)
            #expect(outcome.output.contains("…aaaa") && !outcome.output.contains(MadeUp.token))
        }
        #expect(home.files.isEmpty)
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

    @Test func `other services, entries and fields stay to the byte`() throws {
        let payload = #"{"domain":"on-prem.example","later":{"x":1.50},"repo_tokens":[]}"#
        let text = MadeUp.keyring([("on-prem.example", payload)]).dropLast() + ",  \"other\":{\"a\":\"b\"}}\n"
        try home.write(String(text), to: ".anaconda/keyring")
        #expect(home.run("set", "--org", "acme", input: MadeUp.token).status == .success)
        let after = try #require(home.text(of: ".anaconda/keyring"))
        #expect(after.hasPrefix(text.prefix(100)) && after.hasSuffix(",  \"other\":{\"a\":\"b\"}}\n"))
    }

    @Test func `a damaged keyring is never overwritten`() throws {
        try home.write("{\"Anaconda Cloud\": {\"anaconda.com\": \"e30", to: ".anaconda/keyring")
        let before = home.files
        let outcome = home.run("set", "--org", "acme", "--json", input: MadeUp.token)
        #expect(outcome.status == .badData)
        #expect(outcome.json["error"]?["code"] == "syntax" && outcome.json["error"]?["line"] == 1)
        #expect(home.files == before)
    }

    @Test func `a damaged file of settings leaves no doubt where the token went`() throws {
        try home.write("[plugin.auth\n", to: ".anaconda/config.toml")
        let outcome = home.run("set", "--org", "acme", "--json", input: MadeUp.token)
        #expect(outcome.status == .badData)
        #expect(outcome.json["error"]?["path"] == .string(home.path + "/.anaconda/config.toml"))
        #expect(home.run("set", "--org", "acme", "--keyring", "k", input: MadeUp.token).status == .success)
    }
}
