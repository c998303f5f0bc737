import CommandLineKit
import LosslessJSON
import Testing

@Suite struct MigrateCommandTests {
    let home: ToolHome

    init() throws {
        home = try ToolHome()
        try home.writeToken(MadeUp.token)
    }

    @Test func `a token moves, the source goes last, and the second time nothing changes`() {
        let outcome = home.run("migrate", "--org", "acme", "--remove-source", "--json")
        #expect(outcome.status == .success)
        #expect(outcome.json["changed"] == true)
        guard case .array(let moved)? = outcome.json["moved"], let first = moved.first else {
            Issue.record("nothing moved")
            return
        }
        #expect(first["from"] == "conda-token" && first["to"] == "keyring")
        #expect(first["org"] == "acme" && first["removed"] == true)
        #expect(first["url"] == "https://repo.anaconda.cloud/repo/")
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == nil)
        let again = home.run("migrate", "--org", "acme", "--remove-source", "--json")
        #expect(again.status == .success && again.json["changed"] == false)
    }

    @Test(arguments: [[], ["-n"], ["--diff"]])
    func `a token that is there already is said to be`(more: [String]) {
        _ = home.run("migrate", "--org", "acme")
        let again = home.run(["migrate", "--org", "acme"] + more)
        #expect(again.status == .success)
        #expect(again.errors.contains("left: https://repo.anaconda.cloud/repo/: keyring has it already\n"))
        let json = home.run(["migrate", "--org", "acme", "--json"] + more).json
        #expect(json["skipped"] == [["what": "https://repo.anaconda.cloud/repo/", "why": "keyring has it already"]])
        #expect(home.run("report").output.contains("  leave https://repo.anaconda.cloud/repo/: keyring has it already"))
    }

    @Test func `a different token there is a conflict, until the user decides`() {
        _ = home.run("set", "--org", "acme", input: MadeUp.other)
        let before = home.files
        let failed = home.run("migrate", "--org", "acme", "--remove-source", "--json")
        #expect(failed.status == .badData && failed.json["error"]?["code"] == "conflict")
        let kept = home.run("migrate", "--org", "acme", "--remove-source", "--on-conflict", "keep", "--json")
        #expect(kept.status == .success && kept.json["changed"] == false)
        #expect(home.files == before)
        #expect(home.run("migrate", "--org", "acme", "--on-conflict", "replace").status == .success)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
    }

    @Test(arguments: ["YOUR_TOKEN_HERE", "<TOKEN>", "\"\(MadeUp.token)\"\r\n"])
    func `what set refuses goes nowhere, and over no good token`(text: String) throws {
        _ = home.run("set", "--org", "acme", input: MadeUp.other)
        try home.writeToken(text)
        let (before, url) = (home.files, "https://repo.anaconda.cloud/repo/")
        let outcome = home.run("migrate", "--org", "acme", "--on-conflict", "replace", "--remove-source")
        #expect(outcome.status == .success && outcome.errors.contains("left: \(url): it is no token: "))
        #expect(home.run("sync", "--to", "mamba", "--url", url).status == .badData)
        #expect(home.run("report").output.contains("  leave \(url): it is no token: "))
        #expect(home.files == before)
        try home.follow(home.finding("stores-differ"))
        #expect(home.run("get", "--url", url).output == MadeUp.other + "\n")
        #expect(home.run("get", "--org", "acme").output == MadeUp.other + "\n")
    }

    @Test func `the file's token is the right one where the keyring's is none`() throws {
        let payload = MadeUp.payload(tokens: [("acme", "YOUR_TOKEN_HERE")])
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        try home.follow(home.finding("stores-differ"))
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        #expect(home.finding("stores-differ") == nil && home.finding("no-token") == nil)
    }

    @Test func `an API key does not become a repo token, whichever way`() throws {
        let key = MadeUp.apiKey(expires: 4_000_000_000)
        try home.writeToken(key)
        let before = home.files
        let outcome = home.run("migrate", "--org", "acme")
        #expect(outcome.status == .success && home.files == before)
        #expect(outcome.errors.contains("it is an API key") || outcome.output.contains("it is an API key"))
        let payload = MadeUp.payload(tokens: [("acme", key)])
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        #expect(
            home.run("migrate", "--from", "keyring", "--org", "acme", "--on-conflict", "replace", "--json").json[
                "changed"] == false)
    }

    @Test func `back goes one organization`() {
        _ = home.run("set", "--org", "one", input: MadeUp.other)
        _ = home.run("set", "--org", "two", input: MadeUp.token + "-two")
        _ = home.run("remove", "--url", "https://repo.anaconda.cloud/repo/")
        #expect(home.run("migrate", "--from", "keyring", "--to", "conda-token").status == .badData)
        #expect(home.run("migrate", "--from", "keyring", "--org", "two").status == .success)
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == MadeUp.token + "-two")
    }

    @Test func `conda is configured with no more than the lines that are needed`() throws {
        try home.write("# mine\nchannels:\n  - defaults\n", to: ".condarc")
        let arguments = ["migrate", "--org", "acme", "--configure-condarc", "--default-channels"]
        #expect(home.run(arguments + ["--check"]).status == .negative)
        #expect(home.text(of: ".condarc") == "# mine\nchannels:\n  - defaults\n")
        #expect(home.run(arguments).status == .success)
        #expect(
            home.text(of: ".condarc") == """
                # mine
                channels:
                  - defaults
                channel_settings:
                  - channel: https://repo.anaconda.cloud/*
                    auth: anaconda-auth
                default_channels:
                  - https://repo.anaconda.cloud/repo/main
                  - https://repo.anaconda.cloud/repo/r
                  - https://repo.anaconda.cloud/repo/msys2

                """)
        #expect(home.run(arguments + ["--json"]).json["changed"] == false)
    }

    @Test(arguments: ["mine", ".condarc"])
    func `what a killed edit left beside the configuration goes, though nothing is to be done`(name: String) throws {
        let arguments = ["migrate", "--org", "acme", "--configure-condarc", "--condarc", "\(home.path)/\(name)"]
        #expect(home.run(arguments).status == .success)
        let before = home.files
        try home.write("", to: ".\(name).condarc-toolkit-lock")
        try home.write("", to: ".\(name).condarc-toolkit-tmp")
        #expect(home.run(arguments + ["--json"]).json["changed"] == false)
        #expect(home.files == before)
    }

    @Test func `a setting for the channel that is there is corrected, not doubled`() throws {
        try home.write(
            "channel_settings:\n  - channel: https://repo.anaconda.cloud/*\n    auth: other  # why\n", to: ".condarc")
        #expect(home.run("migrate", "--org", "acme", "--configure-condarc").status == .success)
        #expect(
            home.text(of: ".condarc")
                == "channel_settings:\n  - channel: https://repo.anaconda.cloud/*\n    auth: anaconda-auth  # why\n")
    }

    @Test func `the configuration that was written is named, and its old content kept where that is asked for`() throws
    {
        let old = "channels: [conda-forge]\n"
        try home.write(old, to: ".condarc")
        let arguments = ["migrate", "--org", "acme", "--configure-condarc", "--backup", "--json"]
        #expect(home.run(arguments + ["-n"]).json["configured"] == .string(home.path + "/.condarc"))
        let outcome = home.run(arguments)
        #expect(outcome.json["configured"] == .string(home.path + "/.condarc"))
        #expect(outcome.json["path"] == .string(home.path + "/.anaconda/keyring"))
        let backup = try #require(home.files.first { $0.key.hasSuffix(".bak") })
        #expect(backup.value == old && outcome.json["backup"] == .string(home.path + "/" + backup.key))
        let again = home.run(arguments)
        #expect(again.json["changed"] == false && again.json["configured"] == .null && again.json["backup"] == nil)
        #expect(home.files.keys.filter { $0.hasSuffix(".bak") }.count == 1)
        #expect(home.run("migrate", "--org", "acme", "--backup").status == .usage)
    }

    @Test func `a configuration that cannot be parsed stops everything before anything is written`() throws {
        try home.write("channels: [a\n", to: ".condarc")
        let before = home.files
        let outcome = home.run("migrate", "--org", "acme", "--configure-condarc", "--json")
        #expect(outcome.status == .badData)
        #expect(outcome.json["error"]?["path"] == .string(home.path + "/.condarc"))
        #expect(home.files == before)
    }

    @Test(arguments: [
        ["--from", "keyring", "--to", "keyring"], ["--default-channels"], ["--org", ""], ["--url", "no url"],
        ["--url", "https://h/t/\(MadeUp.token)/x"], ["--on-conflict", "perhaps"], ["--domain", "a b"],
    ])
    func `a wrong command line is a usage error that shows no token`(options: [String]) {
        let outcome = home.run(["migrate"] + options)
        #expect(outcome.status == .usage)
        #expect(!outcome.errors.contains(MadeUp.token))
    }
}
