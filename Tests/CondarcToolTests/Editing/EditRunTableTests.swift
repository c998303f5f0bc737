import CommandLineKit
import Testing

/// One call, on a file, and what the file then is.
struct EditCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let before: String?
    let after: String?

    init(_ arguments: [String], _ before: String?, _ after: String?) {
        self.arguments = arguments
        self.before = before
        self.after = after
    }

    var testDescription: String { arguments.joined(separator: " ") }
}

@Suite struct EditRunTableTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    static let edits = [
        EditCase(["set-channels", "a", "b"], nil, "channels:\n  - a\n  - b\n"),
        EditCase(
            ["set-channels", "defaults", "bioconda", "conda-forge"], plain,
            "channels:\n  - defaults  # vendor\n  - bioconda\n  - conda-forge\nchangeps1: false\n"),
        EditCase(
            ["set-channels", "--key", "default_channels", "x"], plain, plain + "default_channels:\n  - x\n"),
        EditCase(["set", "channel_priority", "STRICT"], plain, plain + "channel_priority: strict\n"),
        EditCase(["set", "yes", "on"], plain, plain + "always_yes: true\n"),
        EditCase(["set", "always_yes", "true"], "yes: false # ask\n", "yes: true # ask\n"),
        EditCase(["set", "changeps1", "0"], plain, plain),
        EditCase(["set", "env_prompt", "3.10"], nil, "env_prompt: '3.10'\n"),
        EditCase(["set", "proxy_servers.http", "http://p:1"], nil, "proxy_servers:\n  http: http://p:1\n"),
        EditCase(["set", "plugins.some.depth", "3"], nil, "plugins:\n  some:\n    depth: 3\n"),
        EditCase(["set", "plugins.note", "3: 4"], nil, "plugins:\n  note: '3: 4'\n"),
        EditCase(["set", "remote_max_retries", "-1"], nil, "remote_max_retries: -1\n"),
        EditCase(
            ["prepend", "channels", "x", "z"], plain,
            "channels:\n  - x\n  - z\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"),
        EditCase(
            ["add", "channels", "defaults"], plain,
            "channels:\n  - defaults  # vendor\n  - conda-forge\nchangeps1: false\n"),
        EditCase(
            ["append", "channels", "x", "conda-forge", "z"], plain,
            "channels:\n  - defaults  # vendor\n  - x\n  - conda-forge\n  - z\nchangeps1: false\n"),
        EditCase(["append", "channels", "x"], "channels:\n", "channels:\n  - x\n"),
        EditCase(["append", "channels", "x"], "channels: [a, b]\n", "channels: [a, b, x]\n"),
        EditCase(
            ["append", "envs_dirs", "/x"], "envs_path:\n- /a\n", "envs_path:\n- /a\n- /x\n"),
        EditCase(["append", "custom_multichannels.lab", "x"], nil, "custom_multichannels:\n  lab:\n    - x\n"),
        EditCase(
            ["remove", "channels", "conda-forge", "absent"], plain,
            "channels:\n  - defaults  # vendor\nchangeps1: false\n"),
        EditCase(["remove", "channels", "defaults"], nil, "channels: []\n"),
        EditCase(["remove", "channels", "absent"], nil, nil),
        EditCase(
            ["remove", "pinned_packages", "3.10"], "pinned_packages:\n  - 3.10\n  - x\n", "pinned_packages:\n  - x\n"),
        EditCase(["clear", "channels"], plain, "channels: []\nchangeps1: false\n"),
        EditCase(["clear", "channels"], nil, "channels: []\n"),
        EditCase(["unset", "changeps1"], plain, "channels:\n  - conda-forge\n  - defaults  # vendor\n"),
        EditCase(["unset", "ssl_verify"], "verify_ssl: false\nquiet: true\n", "quiet: true\n"),
        EditCase(["unset", "unknown_key"], "unknown_key: 1\nquiet: true\n", "quiet: true\n"),
        EditCase(["unset", "quiet"], plain, plain),
        EditCase(["unset", "quiet"], nil, nil),
        EditCase(
            ["unset", "proxy_servers.http"], "proxy_servers:\n  http: a\n  https: b\n", "proxy_servers:\n  https: b\n"),
    ]

    @Test(arguments: edits)
    func `an edit changes what it says and a second one nothing`(edit: EditCase) throws {
        let home = try ToolHome(condarc: edit.before)
        let first = home.run(edit.arguments)
        #expect(first.status == .success && first.output == "", "\(first.errors)")
        #expect(home.text() == edit.after)
        let second = home.run(edit.arguments + ["--json"])
        #expect(second.output.hasPrefix(#"{"schema": 1, "changed": false, "path": "HOME/.condarc""#))
        #expect(home.text() == edit.after)
    }

    @Test(arguments: edits)
    func `a rehearsal changes nothing and --check says what would be`(edit: EditCase) throws {
        let home = try ToolHome(condarc: edit.before)
        let changes = edit.before != edit.after
        let dry = home.run(edit.arguments + ["-n"])
        #expect(dry.status == .success)
        #expect(dry.output.isEmpty == !changes)
        let check = home.run(edit.arguments + ["--check"])
        #expect(check.status == (changes ? .negative : .success))
        #expect(check.output == dry.output)
        #expect(home.text() == edit.before)
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
        let home = try ToolHome(condarc: Self.plain)
        #expect(
            home.run(["append", "channels", "conda-forge"]).errors
                == "condarc-tool: note: 'conda-forge' is in 'channels' already and moves to its end\n")
        #expect(
            home.run(["remove", "channels", "x"]).errors
                == "condarc-tool: note: 'x' is not in 'channels'\n  hint: there is defaults, conda-forge\n")
    }
}
