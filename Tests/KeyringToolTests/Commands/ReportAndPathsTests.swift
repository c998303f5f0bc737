import CommandLineKit
import LosslessJSON
import Testing

@testable import KeyringTool

@Suite struct ReportAndPathsTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `every token is reported with what is known of it`() throws {
        let key = MadeUp.apiKey(expires: 4_000_000_000)
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)], key: key))]),
            to: ".anaconda/keyring")
        try home.writeToken(MadeUp.token)
        let report = home.run("report", "--json").json
        guard case .array(let tokens)? = report["tokens"] else {
            Issue.record("no tokens")
            return
        }
        #expect(tokens.map { $0["kind"] } == ["api-key", "repo-token", "repo-token"])
        #expect(tokens[0]["expires"] == "2096-10-02T07:06:40Z")
        #expect(tokens[1]["org"] == "acme" && tokens[1]["domain"] == "anaconda.com" && tokens[1]["redacted"] == "…aaaa")
        #expect(tokens[2]["url"] == "https://repo.anaconda.cloud/repo/" && tokens[2]["mode"] == "0600")
        #expect(report["problems"] == [] && report["schema"] == 1)
        #expect(home.run("list").output == home.run("report").output)
    }

    @Test func `the report fits a terminal of 80 columns`() throws {
        try home.writeToken(
            MadeUp.token + "\n", url: "https%3A%2F%2Frepo.example%2F\(String(repeating: "x", count: 90)).token")
        try home.write("channels: [https://h.example/t/\(MadeUp.token)/x]\n", to: ".condarc")
        let table = home.run("report", "--color", "never", width: 80).output.split(separator: "\n").prefix(2)
        #expect(table.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    }

    @Test func `a damaged keyring does not hide the other store`() throws {
        try home.write("{", to: ".anaconda/keyring")
        try home.writeToken(MadeUp.token)
        let report = home.run("report", "--json")
        #expect(report.status == .success)
        guard case .array(let tokens)? = report.json["tokens"] else { return #expect(Bool(false)) }
        #expect(tokens.count == 1)
    }

    @Test func `paths names the deciding setting and the platform`() {
        home.environment["ANACONDA_AUTH_KEYRING_PATH"] = "~/k"
        let paths = home.run("paths", "--json").json
        #expect(paths["keyring"]?["path"] == .string(home.path + "/k"))
        #expect(paths["keyring"]?["decided_by"] == "ANACONDA_AUTH_KEYRING_PATH")
        #expect(paths["conda-token"]?["decided_by"] == "default")
        home.environment = ["USERPROFILE": #"C:\Users\kim"#]
        let windows = home.run("paths", "--platform", "windows", "--json").json
        #expect(windows["keyring"]?["path"] == #"C:\Users\kim\.anaconda\keyring"#)
        #expect(windows["conda-token"]?["path"] == #"C:\Users\kim\AppData\Local\ContinuumIO\binstar"#)
        let macos = home.run("paths", "--platform", "macos", "--json").json
        #expect(macos["conda-token"]?["path"] == .string(home.path + "/Library/Application Support/binstar"))
    }

    @Test func `which reads the configuration files`() throws {
        try home.writeToken(MadeUp.token, url: "https%3A%2F%2Fh.example%2F.token")
        #expect(home.run("which", "https://h.example/x", "--json").json["rule"] == "conda-token-prefix")
        try home.write("add_anaconda_token: false\n", to: ".condarc")
        #expect(home.run("which", "https://h.example/x").status == .negative)
        try home.write("channel_settings:\n  - {channel: 'https://h.example/*', auth: anaconda-auth}\n", to: ".condarc")
        let choice = home.run("which", "https://h.example/x", "--json").json
        #expect(choice["rule"] == "conda-token-host" && choice["credential"]?["redacted"] == "…aaaa")
        #expect(home.run("which", "conda-forge").status == .negative)
    }

    @Test func `a keyring in a variable goes before the file`() throws {
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("a", MadeUp.token)]))]), to: ".anaconda/keyring")
        home.environment["ANACONDA_AUTH_KEYRING"] = MadeUp.keyring([
            ("anaconda.com", MadeUp.payload(tokens: [("a", MadeUp.other)]))
        ])
        try home.write(
            "channel_settings: [{channel: 'https://repo.anaconda.cloud/*', auth: anaconda-auth}]\n", to: ".condarc")
        let choice = home.run("which", "https://repo.anaconda.cloud/repo/a/main", "--json").json
        #expect(choice["credential"]?["redacted"] == "…bbbb")
        #expect(choice["credential"]?["place"] == "ANACONDA_AUTH_KEYRING")
    }

    @Test func `sync writes other clients' files and nothing twice`() throws {
        try home.writeToken(MadeUp.token)
        let first = home.run("sync", "--to", "mamba,rattler", "--json")
        #expect(first.status == .success && first.json["changed"] == true)
        #expect(
            home.text(of: ".rattler/credentials.json")
                == #"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.token)"}}"#)
        #expect(home.mode(of: ".mamba/auth/authentication.json") == 0o600)
        #expect(home.run("sync", "--to", "mamba", "--to", "rattler", "--json").json["changed"] == false)
        #expect(home.run("sync", "--to", "pixi").status == .usage)
        #expect(home.run("sync").status == .usage)
    }

    @Test(arguments: [
        ["report"], ["report", "--json"], ["list"], ["doctor"], ["doctor", "--json"], ["migrate", "-n"],
    ])
    func `names that hold a secret are not shown whole`(arguments: [String]) throws {
        let home = try ToolHome()
        let secret = "p4ss-0123456789"
        // A file name that nobody decodes, one encoded twice, and one without a scheme.
        for name in [
            "https%3A%2F%2Fu%3A\(secret)%40h%2F%FF", "https%253A%252F%252Fu%253A\(secret)%2540h",
            "%2F%2Fu%3A\(secret)%40h",
        ] {
            try home.writeToken("tk-made-up-0123456789", url: "\(name).token")
        }
        _ = home.run("set", "--org", "https://u:\(secret)@h/x", input: "tk-made-up-9876543210")
        let outcome = home.run(arguments)
        #expect(!outcome.output.contains(secret) && !outcome.errors.contains(secret))
        #expect((outcome.output + outcome.errors).contains("…"))
    }

    @Test func `a path in JSON is whole, whatever it looks like`() throws {
        let home = try ToolHome()
        let keyring = "\(home.path)/t/a-directory-with-a-long-name/keyring"
        _ = home.run("set", "--keyring", keyring, "--org", "acme", input: "tk-made-up-0123456789")
        #expect(home.run("get", "--keyring", keyring, "--json").json["path"] == .string(keyring))
        guard case .array(let tokens) = home.run("report", "--keyring", keyring, "--json").json["tokens"] else {
            Issue.record("no tokens")
            return
        }
        #expect(tokens.first?["path"] == .string(keyring))
    }
}
