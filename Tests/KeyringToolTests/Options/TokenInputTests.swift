import CommandLineKit
import LosslessJSON
import Testing

@Suite struct TokenInputTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

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
        ("$TOKEN", "hint: --token-env TOKEN\n"), ("${TOKEN}", "hint: --token-env TOKEN\n"),
        ("TOKEM", "variable TOKEM is not set"), ("made-up-name-1", "the name of a variable that is set, not a token"),
    ])
    func `a variable that is not there is named, where it can be no token`(name: String, text: String) {
        home.environment["TOKEN"] = MadeUp.token
        let outcome = home.run("set", "--org", "acme", "--token-env", name)
        #expect(outcome.status == .usage && outcome.errors.contains(text), "\(outcome.errors)")
        #expect(!outcome.errors.contains("made-up"))
    }
}
