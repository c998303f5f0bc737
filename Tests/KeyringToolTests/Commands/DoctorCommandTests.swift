import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct DoctorCommandTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    private func codes(_ outcome: ToolHome.Outcome) -> [String] {
        guard case .array(let problems)? = outcome.json["problems"] else { return ["no list"] }
        return problems.map { if case .string(let code)? = $0["code"] { code } else { "?" } }
    }

    @Test func `an empty home is sound`() {
        let outcome = home.run("doctor", "--json")
        #expect(outcome.status == .success)
        #expect(codes(outcome) == [])
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.files.isEmpty)
    }

    @Test func `modes are mended`() throws {
        try home.writeToken(MadeUp.token)
        try home.write(MadeUp.keyring([]), to: ".anaconda/keyring")
        chmod(home.path + "/.anaconda/keyring", 0o644)
        chmod(home.path + "/.anaconda", 0o777)
        chmod(home.path + "/.config/binstar/\(ToolHome.premium)", 0o640)
        #expect(codes(home.run("doctor", "--json")) == ["mode", "mode", "mode"])
        #expect(home.run("doctor", "--fix", "--check").status == .negative)
        #expect(home.mode(of: ".anaconda") == 0o777)
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.mode(of: ".anaconda") == 0o755)
        #expect(home.mode(of: ".anaconda/keyring") == 0o600)
        #expect(home.mode(of: ".config/binstar/\(ToolHome.premium)") == 0o600)
        #expect(home.run("doctor", "--fix", "--json").json["changed"] == false)
    }

    @Test func `a damaged keyring is saved, then recovered`() throws {
        let whole = MadeUp.keyring([
            ("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)])),
            ("own.example", MadeUp.payload(domain: "own.example", tokens: [("own", MadeUp.other)])),
        ])
        let damaged = String(whole.dropLast(20))
        try home.write(damaged, to: ".anaconda/keyring")
        let found = home.run("doctor", "--json")
        #expect(found.status == .negative && codes(found) == ["damaged-file"])
        let fixed = home.run("doctor", "--fix", "--json")
        #expect(fixed.status == .negative)
        #expect(
            fixed.json["dropped"] == [
                ["name": "own.example", "path": .string(home.path + "/.anaconda/keyring.damaged")]
            ])
        #expect(home.text(of: ".anaconda/keyring.damaged") == damaged)
        #expect(home.mode(of: ".anaconda/keyring.damaged") == 0o600)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        let after = home.run("doctor", "--json")
        #expect(after.status == .success && codes(after) == ["saved-keyring"])
    }

    @Test func `every entry that could not be saved is named, and one recovery is told once`() throws {
        let whole = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])
        try home.write(whole.dropLast(2) + ", \"a.example\": \"x\", \"b.example\": 5}}", to: ".anaconda/keyring")
        let rehearsed = home.run("doctor", "--fix", "-n", "--json")
        let fixed = home.run("doctor", "--fix")
        #expect(fixed.status == .negative)
        #expect(fixed.output.components(separatedBy: "mended: ").count == 2)
        for name in ["a.example", "b.example"] {
            #expect(rehearsed.output.contains("the entry of \(name) is not whole"))
            #expect(fixed.output.contains("dropped-entry: the entry of \(name) is not whole"))
        }
        #expect(!fixed.output.contains("the entry of anaconda.com is not whole"))
    }

    @Test func `nothing whole is no mend, and the remedy works where a login meets an error`() throws {
        for text in [
            "{\"Anaconda Cloud\": null}", "{\"Anaconda Cloud\": {\"a.example\": \"x\", \"b.example\": \"YW",
            "\u{0}{\u{0}",
        ] {
            try home.write(text, to: ".anaconda/keyring")
            let fixed = home.run("doctor", "--fix")
            #expect(fixed.status == .negative)
            #expect(!fixed.output.contains("mended") && fixed.output.contains("move it away"))
            #expect(home.files.keys.filter { $0.contains("damaged") }.isEmpty)
            #expect(home.text(of: ".anaconda/keyring") == text)
        }
    }

    @Test func `a service that is nearly anaconda-auth's hides no token from who looks`() throws {
        let keyring = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])
        try home.write(keyring.replacing("Anaconda Cloud", with: "anaconda cloud"), to: ".anaconda/keyring")
        let found = home.finding("service-name")
        #expect(found?["line"] == 1 && found?["remedy"] == "write \"Anaconda Cloud\" in its place")
        #expect(home.run("get", "--org", "acme").errors.contains("it may be in \(home.path)/.anaconda/keyring"))
        #expect(home.run("logout").status == .system)
        try home.write(keyring, to: ".anaconda/keyring")
        #expect(home.finding("service-name") == nil && home.run("get", "--org", "acme").status == .success)
    }

    @Test func `an entry under a URL does not take the place of the one that counts`() throws {
        let payload = MadeUp.payload(tokens: [("acme", MadeUp.token)])
        let text = MadeUp.keyring([("https://id.anaconda.cloud/", payload), ("anaconda.com", payload)])
        try home.write(text, to: ".anaconda/keyring")
        #expect(home.finding("domain-name")?["fixable"] == false)
        #expect(home.run("doctor", "--fix").status == .negative && home.text(of: ".anaconda/keyring") == text)
    }

    @Test(arguments: ["organization", "org", "orgName"])
    func `an organization in another field is read after the remedy`(field: String) throws {
        let payload = MadeUp.payload(tokens: [("acme", MadeUp.token)]).replacing("org_name", with: field)
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        guard case .string(let remedy)? = home.finding("field-name")?["remedy"] else {
            throw CocoaError(.coderInvalidValue)
        }
        try home.runLine(remedy)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        #expect(home.finding("field-name") == nil)
    }

    @Test func `a token in the keyring's place is told as that, and stored by the remedy`() throws {
        try home.write(MadeUp.token + "\n", to: ".anaconda/keyring")
        guard case .string(let remedy)? = home.finding("damaged-file")?["remedy"] else {
            throw CocoaError(.coderInvalidValue)
        }
        try home.runLine(remedy)
        #expect(home.run("get", "--org", "ORG").output == MadeUp.token + "\n")
        #expect(home.run("doctor").status == .success && home.files.count == 1)
    }

    @Test func `a directory in the place of a file is to be moved away`() throws {
        try home.write("", to: ".anaconda/keyring/x")
        try home.write("", to: ".config/binstar/x.token/y")
        guard case .array(let problems)? = home.run("report", "--json").json["problems"] else { return }
        #expect(problems.count == 2)
        #expect(problems.first?["remedy"] == "move it away: a file is due at this place")
        #expect(problems.last?["remedy"] == "move it out of the directory")
        // What a variable names is its fault, and may hold the keyring.
        home.environment = ["ANACONDA_AUTH_KEYRING_PATH": "~/.anaconda", "RATTLER_AUTH_FILE": home.path + "/.config"]
        let output = home.run("doctor").output
        #expect(
            output.contains("hint: ANACONDA_AUTH_KEYRING_PATH is to name the file: such as \(home.path)/.anaconda/"))
        #expect(output.contains("hint: RATTLER_AUTH_FILE is to name the file") && !output.contains("move it away"))
        home.environment = [:]
        // Named by an option, it is rather the wrong name.
        #expect(home.run("get", "--keyring", home.path + "/.anaconda").errors.contains("name the file in it"))
    }

    @Test func `a token in a file that conda does not read is closed to others, too`() throws {
        let place = home.path + "/.config/binstar/token.txt"
        try home.write(MadeUp.token + "\n", to: ".config/binstar/token.txt")
        #expect(home.run("doctor").status == .success)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place)
        try home.write("read me, please\n", to: ".config/binstar/README")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: home.path + "/.config/binstar/README")
        #expect(home.run("doctor").status == .negative)
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.mode(of: ".config/binstar/token.txt") == 0o600 && home.mode(of: ".config/binstar/README") == 0o644)
    }

    @Test(arguments: ["https:repo.anaconda.cloud", "repo.anaconda.cloud"])
    func `a file named by hand is told how its token is stored, and that no copy is sent`(name: String) throws {
        try home.writeToken(MadeUp.token, url: name + ".token")
        let found = home.finding("file-name")
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        #expect(
            home.finding("second-copy")?["remedy"]
                == .string("conda sends it nowhere: keyring-tool remove --store conda-token --url \(name)"))
        guard case .string(let remedy)? = found?["remedy"] else { throw CocoaError(.coderInvalidValue) }
        try home.runLine(remedy)
        #expect(home.run("get", "--url", "https://repo.anaconda.cloud/repo/").output == MadeUp.token + "\n")
        #expect(home.finding("file-name") == nil)
    }

    @Test func `a null entry is none, as for anaconda-auth`() throws {
        try home.write(
            MadeUp.keyring([("anaconda.cloud", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])
                .replacing("\"anaconda.cloud\"", with: "\"anaconda.com\": null, \"anaconda.cloud\""),
            to: ".anaconda/keyring")
        #expect(codes(home.run("doctor", "--json")) == ["legacy-domain"])
        #expect(home.run("set", "--org", "other", input: MadeUp.other).status == .success)
        #expect(home.run("get", "--org", "acme", "--domain", "anaconda.com").output == MadeUp.token + "\n")
        #expect(home.run("doctor").status == .success)
    }

    @Test func `a token file that is no text, and a link of another user, are told as what they are`() throws {
        let directory = home.path + "/.config/binstar"
        try home.writeToken(MadeUp.token)
        let bytes = Data([0x74, 0xFF, 0xFE, 0x6B])
        try bytes.write(to: URL(fileURLWithPath: "\(directory)/https%3A%2F%2Fx.example%2F.token"))
        let found = home.run("doctor")
        #expect(found.output.contains("invalid-token: the file is not UTF-8 text"))
        guard geteuid() == 0 else { return }
        let link = "\(directory)/https%3A%2F%2Fy.example%2F.token"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
        try #require(lchown(link, 4321, 4321) == 0)
        let linked = home.run("doctor")
        #expect(linked.output.contains("unreadable: the file cannot be read: it is a link"))
        #expect(linked.output.contains("put what it leads to in its place, or run this as user ID 4321"))
        let condarc = home.path + "/.condarc"
        try FileManager.default.createSymbolicLink(atPath: condarc, withDestinationPath: "/etc/hostname")
        try #require(lchown(condarc, 4321, 4321) == 0)
        #expect(codes(home.run("doctor", "--json")).contains("condarc-unreadable"))
        #expect(!home.run("doctor").output.contains("mend the file"))
        #expect(home.run("doctor").output.components(separatedBy: "run this as user ID 4321").count == 3)
    }

    @Test func `a backup keeps what a configuration was, but none that a token is taken out of`() throws {
        try home.installAnacondaAuth()
        #expect(home.run("set", "--org", "acme", input: MadeUp.token).status == .success)
        let old = "channels: [conda-forge]\n"
        try home.write(old, to: ".condarc")
        let fixed = home.run("doctor", "--fix", "--configure-condarc", "--backup", "--json")
        #expect(fixed.status == .success)
        let backup = try #require(home.files.first { $0.key.hasSuffix(".bak") })
        #expect(backup.value == old && fixed.json["backup"] == .string(home.path + "/" + backup.key))
        try home.write("channels: ['https://conda.example/t/\(MadeUp.other)/c']\n", to: ".condarc")
        let moved = home.run("doctor", "--fix", "--backup", "--json")
        #expect(moved.json["changed"] == true && moved.json["backup"] == nil)
        #expect(!home.files.contains { $0.key.hasSuffix(".bak") && $0.value.contains(MadeUp.other) })
    }

    @Test func `a newline beside a token is taken away`() throws {
        try home.writeToken(MadeUp.token + " \n")
        #expect(codes(home.run("doctor", "--json")) == ["stray-blank"])
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == MadeUp.token)
    }

    @Test func `what is no token, or one of another kind, is found in both stores`() throws {
        let key = MadeUp.apiKey(expires: 4_000_000_000)
        let payload = MadeUp.payload(
            tokens: [("quoted", "'\(MadeUp.token)'"), ("key", key), ("good", MadeUp.other)],
            key: "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef")
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        try home.writeToken(key)
        try home.writeToken(key, url: "https%3A%2F%2Fother.example%2F.token")
        for command in ["doctor", "report"] {
            let outcome = home.run(command, "--json")
            #expect(
                codes(outcome).filter { ["no-token", "wrong-kind"].contains($0) } == [
                    "wrong-kind", "no-token", "wrong-kind", "wrong-kind",
                ])
            #expect(!outcome.output.contains(key) && !outcome.output.contains("0123456789"))
        }
        #expect(home.run("report").output.contains("2096-10-02"))
        let moves = "keyring-tool remove --store keyring --org key --domain anaconda.com"
        #expect(home.run("doctor").output.contains("hint: \(moves)\n"))
        #expect(home.run(Array(moves.split(separator: " ").dropFirst().map(String.init))).status == .success)
        #expect(codes(home.run("doctor", "--json")).count { $0 == "wrong-kind" } == 2)
        #expect(
            home.run("doctor").output.contains(
                "set --store keyring --org ORG && keyring-tool remove --store keyring --kind api-key"))
    }

    @Test func `an entry under a former domain is rewritten`() throws {
        let payload = MadeUp.payload(domain: "anaconda.cloud", tokens: [("acme", MadeUp.token)])
        try home.write(MadeUp.keyring([("anaconda.cloud", payload)]), to: ".anaconda/keyring")
        #expect(codes(home.run("doctor", "--json")) == ["legacy-domain"])
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.text(of: ".anaconda/keyring")?.contains("anaconda.com") == true)
        #expect(home.run("get", "--org", "acme", "--domain", "anaconda.com").output == MadeUp.token + "\n")
    }

    @Test(
        arguments: [(1_700_000_000, "expired-api-key"), (86_400, "expiring-api-key"), (90 * 86_400, nil)]
            as [(Int, String?)])
    func `API keys are told before they end`(expires: Int, code: String?) throws {
        let moment = expires > 1_000_000_000 ? expires : Int(Date().timeIntervalSince1970) + expires
        let payload = MadeUp.payload(key: MadeUp.apiKey(expires: moment))
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        let outcome = home.run("doctor", "--json")
        #expect(codes(outcome) == [code].compactMap { $0 })
        #expect(outcome.status == (code == nil ? .success : .negative))
    }

    @Test(arguments: [
        "0", "1e400", "-1", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "\"x\"", "null",
    ])
    func `an end that no calendar has does no harm`(expires: String) throws {
        let claims = Data("{\"exp\": \(expires)}".utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
        let payload = MadeUp.payload(key: "e30.\(claims).c2ln")
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        #expect(home.run("doctor").status != .system)
        #expect(home.run("report").status == .success)
    }

    @Test func `a token in a configuration's URL is stored first and then taken out`() throws {
        let text = "channels:\n  - https://h.example/t/\(MadeUp.token)/team  # work\n  - defaults\n"
        try home.write(text, to: ".condarc")
        let found = home.run("doctor", "--json")
        #expect(codes(found) == ["condarc-secret"])
        #expect(!found.output.contains(MadeUp.token))
        #expect(!home.run("doctor", "--fix", "--diff", "-n").output.contains(MadeUp.token))
        #expect(home.text(of: ".condarc") == text)
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.text(of: ".condarc") == "channels:\n  - https://h.example/team  # work\n  - defaults\n")
        #expect(home.run("get", "--url", "https://h.example/team/").output == MadeUp.token + "\n")
        #expect(home.run("which", "https://h.example/team").status == .success)
        #expect(home.run("which", "https://h.example/team-of-others").status == .negative)
    }

    @Test func `every place of a token in a configuration is mended in one go`() throws {
        try home.write(
            """
            channel_alias: https://alias.example/t/token-01/
            channels: [https://a.example/t/token-02/x, https://a.example/t/token-02/x]
            custom_channels:
              mine: https://c.example/t/token-03
            """, to: ".condarc")
        let outcome = home.run("doctor", "--fix")
        #expect(outcome.status == .success, "\(outcome)")
        #expect(home.text(of: ".condarc")?.contains("token-") == false)
        for (url, token) in [
            ("https://alias.example/", "token-01"), ("https://a.example/x/", "token-02"),
            ("https://c.example/mine/", "token-03"),
        ] {
            #expect(home.run("get", "--url", url).output == token + "\n")
        }
    }

    @Test(arguments: ["${TOKEN}", "$TOKEN", "<TOKEN>", "%TOKEN%", "{{ token }}", "…"])
    func `a placeholder in a URL is no secret, and stays where it is`(placeholder: String) throws {
        let text = "channels:\n  - \"https://h.example/t/\(placeholder)/acme\"\n"
        try home.write(text, to: ".condarc")
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.status == .success && codes(outcome) == [], "\(outcome)")
        #expect(home.text(of: ".condarc") == text)
        #expect(home.run("report", "--json").output.contains("\"tokens\": []"))
    }

    @Test func `a token whose place is spelt with escapes is found`() throws {
        try home.write("channels:\n  - \"https://h.example/\\x74/\(MadeUp.token)/team\"\n", to: ".condarc")
        #expect(codes(home.run("doctor", "--json")) == ["condarc-secret"])
    }

    @Test func `where moving a token would lose or change something it is left to the user`() throws {
        try home.write(
            "add_anaconda_token: false\nchannels: [https://a.example/t/token-01/x]\nproxy_servers: {http: 'http://u:pass-word@p'}\n",
            to: ".condarc")
        let before = home.files
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(codes(outcome) == ["condarc-secret", "condarc-secret"])
        #expect(home.files == before)
        #expect(!outcome.output.contains("token-01") && !outcome.output.contains("pass-word"))
        try home.write("channels: [https://a.example/t/token-01/x]\n", to: ".condarc")
        try home.writeToken("another-one", url: "https%3A%2F%2Fa.example%2Fx%2F.token")
        #expect(codes(home.run("doctor", "--fix", "--json")) == ["condarc-secret"])
        #expect(home.run("get", "--url", "https://a.example/x/").output == "another-one\n")
    }

    @Test func `of two tokens for one place the second stays in the configuration`() throws {
        try home.write(
            "channels:\n  - https://h.example/t/token-01/c\n  - https://h.example/t/token-02/c\n", to: ".condarc")
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.status == .negative)
        #expect(codes(outcome) == ["condarc-secret"])
        #expect(home.text(of: ".condarc") == "channels:\n  - https://h.example/c\n  - https://h.example/t/token-02/c\n")
        #expect(home.run("get", "--url", "https://h.example/c/").output == "token-01\n")
    }

    @Test(arguments: [
        "channel_alias: https://h.example/t/token-01\nchannels: [x, https://h.example/t/token-02/y]\n",
        "channels: [https://h.example/t/token-01/c, https://h.example/t/token-02/c/d]\n",
        "channels: [https://h.example/t/token-01/c, https://h.example/c/d]\n",
        "channels: [https://h.example/t/token-01/c/linux-64]\n",
        "channels: [HTTPS://H.example/t/token-01/c]\n",
    ])
    func `a token stays where conda would send something else without it`(text: String) throws {
        try home.write(text, to: ".condarc")
        let before = home.files
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.status == .negative, "\(outcome)")
        #expect(home.files == before)
    }

    @Test func `settings that move a store are told`() throws {
        try home.write("ANACONDA_AUTH_KEYRING_PATH=/elsewhere/keyring\n", to: ".env")
        #expect(codes(home.run("doctor", "--json")) == ["dot-env-moves-keyring"])
        home.environment["ANACONDA_AUTH_KEYRING_PATH"] = home.path + "/k"
        #expect(codes(home.run("doctor", "--json")) == ["setting-without-effect"])
        try home.write("[plugin.auth]\npreferred_token_storage = 'system'\n", to: ".anaconda/config.toml")
        #expect(codes(home.run("doctor", "--json")).contains("system-storage"))
        try home.write("[plugin.auth\n", to: ".anaconda/config.toml")
        #expect(codes(home.run("doctor", "--json")).contains("settings-syntax"))
    }

    @Test func `tokens that stand only elsewhere are told with what to do`() throws {
        try home.write(MadeUp.token, to: ".local/share/binstar/\(ToolHome.premium)")
        try home.write(
            #"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.other)"}}"#, to: ".rattler/credentials.json")
        #expect(codes(home.run("doctor", "--json")) == ["older-directory-only", "other-client-only"])
        let url = "https://repo.anaconda.cloud/repo/"
        let both = home.run("sync", "--from", "rattler", "--to", "keyring", "--org", "acme", "--url", url)
        #expect(both.status == .success)
        #expect(home.run("get", "--org", "acme").output == MadeUp.other + "\n")
        _ = home.run("doctor", "--fix")
        #expect(home.run("get", "--url", url).output == MadeUp.token + "\n")
    }

    @Test func `secrets in variables are told and not shown`() {
        home.environment = [
            "BINSTAR_API_TOKEN": MadeUp.token, "ANACONDA_AUTH_API_KEY": MadeUp.other,
            "CONDA_CHANNELS": "https://h.example/t/\(MadeUp.token)/x,defaults",
        ]
        let outcome = home.run("doctor", "--json")
        #expect(codes(outcome).sorted() == ["environment-secret", "setting-overrides-keyring", "token-variable"])
        #expect(!outcome.output.contains("made-up"))
    }

    @Test(arguments: [
        ("ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "wrong-kind"), ("YOUR_API_KEY", "no-token"),
        (String(repeating: "0a1b2c3d", count: 5), "wrong-kind"),
    ])
    func `what is no API key is told of the variable for one`(text: String, code: String) {
        home.environment["ANACONDA_AUTH_API_KEY"] = text
        let outcome = home.run("doctor", "--json")
        #expect(outcome.status == .negative && codes(outcome) == [code, "setting-overrides-keyring"])
        #expect(!outcome.output.contains(text))
    }
}
