import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct ReportCommandTests {
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

    @Test func `one format is one answer`() {
        #expect(home.run("report", "--format", "json").json == home.run("report", "--json").json)
        let outcome = home.run("report", "--json", "--format", "prometheus")
        #expect(outcome.status == .usage)
        #expect(outcome.json["error"]?["message"] == "options --json and --format prometheus exclude each other")
    }

    @Test func `the report fits a terminal of 80 columns, but cuts no URL`() throws {
        try home.writeToken(MadeUp.token + "\n", url: "https%3A%2F%2Frepo.example%2Fx.token")
        try home.write("channels: [https://h.example/t/\(MadeUp.token)/x]\n", to: ".condarc")
        func table() -> ArraySlice<Substring> {
            home.run("report", "--color", "never", width: 80).output.split(separator: "\n").prefix(4)
        }
        #expect(table().allSatisfy { DisplayWidth.of(String($0)) <= 80 })
        let long = String(repeating: "x", count: 90)
        try home.writeToken(MadeUp.token, url: "https%3A%2F%2Frepo.example%2F\(long).token")
        #expect(table().contains { $0.contains("  https://repo.example/  ") })
        #expect(table().contains { $0.hasSuffix("  \(long)") })
    }

    @Test func `a damaged keyring does not hide the other store`() throws {
        try home.write("{", to: ".anaconda/keyring")
        try home.writeToken(MadeUp.token)
        let report = home.run("report", "--json")
        #expect(report.status == .success)
        guard case .array(let tokens)? = report.json["tokens"] else { return #expect(Bool(false)) }
        #expect(tokens.count == 1)
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
        let payload = MadeUp.payload(tokens: [("https://u:\(secret)@h/x", "tk-made-up-9876543210")])
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        let outcome = home.run(arguments)
        #expect(!outcome.output.contains(secret) && !outcome.errors.contains(secret))
        #expect((outcome.output + outcome.errors).contains("…"))
    }

    @Test(arguments: ["--keyring", "--token-dir", "--root"], [[], ["--json"]])
    func `a token that is given for a path is not shown`(option: String, format: [String]) {
        let token = "0123456789abcdef0123456789abcdef01234567"
        let outcome = home.run(["report", option, token] + format)
        #expect(outcome.status == .usage)
        #expect(!(outcome.output + outcome.errors).contains(token))
        #expect((outcome.output + outcome.errors).contains("'…4567' looks like a token"))
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

    @Test func `a report tells by its status what expires`() {
        _ = home.run("set", "--kind", "api-key", input: MadeUp.apiKey(expires: 4_000_000_000))
        #expect(home.run("report", "--expires-within", "30").status == .success)
        #expect(home.run("report", "--expires-within", "100000").status == .negative)
        #expect(home.run("report", "--expires-within", "x").status == .usage)
        _ = home.run("set", "--org", "acme", input: MadeUp.token)
        #expect(home.run("report").output.contains("–"))
        let metrics = home.run("report", "--format", "prometheus").output
        #expect(metrics.contains("keyring_tool_token_expiry_timestamp_seconds{"))
        #expect(!metrics.contains("aaaa"))
    }

    @Test(arguments: [[], ["--json"], ["--format", "json"], ["--format", "prometheus"], ["-q"]])
    func `a report does not say that nothing expires where it could not look`(options: [String]) throws {
        try home.write("{\"a\": ", to: ".anaconda/keyring")
        let outcome = home.run(["report", "--expires-within", "30"] + options)
        #expect(outcome.status == .badData)
        // In JSON it is among the problems of the one answer.
        #expect(
            (options.last?.hasSuffix("json") == true && outcome.errors.isEmpty && outcome.json["problems"] != nil)
                || outcome.errors.contains("keyring:1:7: whether an API key expires is not known"))
        #expect(home.run(["report"] + options).status == .success)
        try FileManager.default.removeItem(atPath: home.path + "/.anaconda/keyring")
        try FileManager.default.createDirectory(
            atPath: home.path + "/.anaconda/keyring", withIntermediateDirectories: false)
        #expect(home.run(["report", "--expires-within", "30"] + options).status == .system)
    }
}
