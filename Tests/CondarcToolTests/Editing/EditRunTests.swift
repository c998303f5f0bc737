import CommandLineKit
import Foundation
import Testing

@Suite struct EditRunTests {
    @Test func `--backup keeps the old content and tells where, and no change keeps nothing`() throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        let json = home.run(["set", "offline", "true", "--backup", "--json"])
        let name = try #require(json.output.split(separator: "\"").first { $0.hasSuffix(".bak") })
        #expect(home.text(of: String(name.dropFirst("HOME/".count))) == "quiet: true\n")
        #expect(!home.run(["set", "offline", "true", "--backup", "--json"]).output.contains("backup"))
        #expect(
            home.run(["set", "offline", "false", "--backup"]).errors.contains("kept the old content as HOME/.condarc."))
    }

    @Test func `a file that is made for a value with a password is its owner's alone`() throws {
        let home = try ToolHome()
        let outcome = home.run(["set", "proxy_servers.http", "http://me:sesamesesame@proxy.example:1"])
        #expect(outcome.errors.contains("only you can read HOME/.condarc (mode 0600)"))
        let path = home.path + "/.condarc"
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(home.run(["set", "offline", "true", "--file", "HOME/other"]).errors.isEmpty)
    }

    @Test func `each line of a difference has its colour, whatever ends it`() throws {
        let home = try ToolHome(condarc: "quiet: true\r\noffline: false\r\n")
        let output = home.run(["set", "offline", "true", "--diff", "--color=always", "-n"]).output
        #expect(output.contains("\u{1B}[31m-offline: false\u{1B}[0m\r\n\u{1B}[32m+offline: true\u{1B}[0m\r\n"))
    }

    @Test(arguments: [
        ["append", "channels", "conda-forge", "https://h.example/a", "~/b"], ["set", "channel_priority", "strict"],
        ["set", "remote_max_retries", "5"], ["set", "ssl_verify", "false"], ["set", "client_ssl_cert", "c.pem"],
        ["set", "client_ssl_cert_key", "c.pem"], ["set", "proxy_servers.https", "http://proxy.example:8080"],
        ["set", "solver", "own"], ["append", "envs_dirs", "~/envs", "D:\\envs"],
        ["prepend", "pinned_packages", "numpy 1.26.*", "conda-forge::scipy>=1"],
        ["set-channels", "http://h.example/a", "b_c"], ["append", "denylist_channels", "main"],
        ["apply", "HOME/site.yml"], ["config", "--add", "channels", "a", "--add", "envs_dirs", "~/e"],
    ])
    func `a value that is right has nothing said of it`(arguments: [String]) throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        try home.write("", to: "c.pem")
        try home.write("channels: [a]\nssl_verify: null\nproxy_servers: {http: 'http://p:1'}\n", to: "site.yml")
        #expect(home.run(arguments) == .init(status: .success, output: "", errors: ""))
    }

    @Test func `a value to doubt is written, told once, and not with --quiet`() throws {
        let home = try ToolHome(condarc: "channels: [bad;]\n")
        #expect(
            home.run(["append", "channels", "conda-forge;"]).errors
                == "condarc-tool: note: channels: the ';' at its end is a part of 'conda-forge;'\n"
                + "  hint: write conda-forge\n"
                + "condarc-tool: it is written all the same; to take it out: condarc-tool remove channels 'conda-forge;'\n"
        )
        #expect(home.text() == "channels: [bad;, conda-forge;]\n")
        #expect(home.run(["remove", "channels", "conda-forge;"]).status == .success)
        #expect(home.text() == "channels: [bad;]\n")
        let token = home.run(["append", "channels", "https://h.example/t/made-up-token-0123456789/a b"])
        #expect(!token.errors.contains("to take it out") && !token.errors.contains("made-up"))
        let quiet = home.run(["set", "remote_max_retries", "-1", "--quiet"])
        #expect(quiet == .init(status: .success, output: "", errors: ""))
        let secret = home.run(["set", "channel_alias", "htp://me:sesamesesame@h.example"])
        #expect(secret.errors.contains("cannot fetch from 'htp:'"))
        #expect(!secret.errors.contains("sesame"))
    }

    @Test(arguments: [
        (["--diff"], "wrote HOME/.condarc"), (["-n"], "nothing was written: --dry-run"),
        (["--check", "--diff"], "nothing was written: --check"),
    ])
    func `beside a difference stands whether it was made`(options: [String], words: String) throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        let outcome = home.run(["set", "offline", "true"] + options)
        #expect(outcome.errors == "condarc-tool: \(words)\n")
        #expect(home.run(["set", "offline", "true", "--quiet"] + options).errors.isEmpty)
    }

    @Test func `a key that nobody knows is no error, and the nearest is named`() throws {
        let home = try ToolHome(condarc: "my_own: 1\n")
        for command in ["unset", "clear"] {
            let outcome = home.run([command, "chanels"])
            #expect(outcome.status == .success)
            #expect(outcome.errors.contains("'chanels'") && outcome.errors.contains("did you mean 'channels'?"))
        }
        #expect(home.text() == "my_own: 1\n")
        #expect(home.run(["unset", "my_own"]).errors.isEmpty)
    }

    @Test(arguments: [
        (["append", "channels", "a, b"], "condarc-tool append channels a b"),
        (["prepend", "channels", "x", "a b"], "condarc-tool prepend channels x a b"),
        (["set-channels", "a,b"], "condarc-tool set-channels a b"),
    ])
    func `several channels in one argument are refused with the command that works`(call: [String], hint: String) throws
    {
        let home = try ToolHome(condarc: "channels: [z]\n")
        let outcome = home.run(call)
        #expect(outcome.status == .badData)
        #expect(outcome.errors.contains(hint))
        #expect(home.text() == "channels: [z]\n")
    }

    @Test func `an item that is not there is named with the nearest one`() throws {
        let home = try ToolHome(condarc: "channels: [conda-forge]\n")
        #expect(home.run(["remove", "channels", "conda-froge"]).errors.contains("did you mean 'conda-forge'?"))
    }

    @Test func `an error shows the line that it is about, secrets redacted`() throws {
        let home = try ToolHome(condarc: "channels: [https://u:sesamesesame@h/c\nb: 1\n")
        let outcome = home.run(["set", "offline", "true"])
        #expect(outcome.status == .badData)
        #expect(outcome.errors.contains(" 1 | channels: [https://u:…@h/c\n"))
        #expect(outcome.errors.contains("^ opened here\n"))
        #expect(!outcome.errors.contains("sesame"))
    }

    @Test func `--diff shows the change as it is made, and JSON carries it`() throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        let text = home.run(["set", "offline", "true", "--diff"])
        #expect(text.output == "--- HOME/.condarc\n+++ HOME/.condarc\n@@ -1 +1,2 @@\n quiet: true\n+offline: true\n")
        let json = home.run(["unset", "offline", "--diff", "--json"])
        #expect(
            json.output == #"{"schema": 1, "changed": true, "path": "HOME/.condarc", "diff": "#
                + #""--- HOME/.condarc\n+++ HOME/.condarc\n@@ -1,2 +1 @@\n quiet: true\n-offline: true\n"}"# + "\n")
    }

    @Test func `a secret in a line that changes stays out of the diff`() throws {
        let home = try ToolHome(condarc: "channels: [https://x.example/t/ab-0123456789abcdef/main]\n")
        let outcome = home.run(["append", "channels", "https://u:verysecret@y.example", "--diff"])
        #expect(outcome.output.contains("…cdef"))
        #expect(!outcome.output.contains("0123456789") && !outcome.output.contains("verysecret"))
        #expect(home.text()?.contains("verysecret") == true)
    }

    @Test func `standard input and output stand for a file named -`() throws {
        let home = try ToolHome()
        let input = "channels:\n  - a\n"
        #expect(
            home.run(["append", "channels", "b", "--file", "-"], input: input).output == "channels:\n  - a\n  - b\n")
        #expect(home.run(["append", "channels", "a", "--file", "-"], input: input).output == input)
        #expect(
            home.run(["append", "channels", "a", "--file", "-", "--json"], input: input).output
                == #"{"schema": 1, "changed": false, "path": "-", "content": "channels:\n  - a\n"}"# + "\n")
        #expect(
            home.run(["append", "channels", "b", "--file", "-", "-n"], input: input).output.hasPrefix("--- -\n+++ -\n"))
    }

    @Test func `a moved item and a missing one are said on standard error`() throws {
        let home = try ToolHome(condarc: "channels:\n  - conda-forge\n  - defaults  # vendor\n")
        #expect(
            home.run(["append", "channels", "conda-forge"]).errors
                == "condarc-tool: note: 'conda-forge' is in 'channels' already and moves to its end\n")
        #expect(
            home.run(["remove", "channels", "x"]).errors
                == "condarc-tool: note: 'x' is not in 'channels'\n  hint: there is defaults, conda-forge\n")
    }
}
