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
        ("https://h.example/c/noarch/repodata.json", "https://h.example/c/"),
        ("https://h.example/c/channeldata.json", "https://h.example/c/"),
        ("https://h.example/c/linux-64/repodata.json.zst", "https://h.example/c/"),
    ])
    func `the URL of a channel's file is met with the channel's`(url: String, channel: String) {
        let outcome = home.run("set", "--url", url, input: MadeUp.token)
        #expect(outcome.status == .usage && outcome.errors.contains("hint: --url \(channel)\n"), "\(outcome.errors)")
        #expect(home.files.isEmpty)
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
