import CommandLineKit
import Testing

@Suite struct SourcesCommandTests {
    @Test func `each source says what it sets, and which one is edited`() throws {
        let home = try ToolHome(condarc: "channels: [a]\nnope: 1\nverify_ssl: no\n")
        let outcome = home.run(["sources"], environment: ["CONDA_OFFLINE": "yes"])
        #expect(outcome.status == .success)
        #expect(
            outcome.output.hasPrefix(
                """
                HOME/.condarc  (user; edits go here)
                  verify_ssl: False
                  channels:
                    - a
                  (no parameters of conda: nope)
                environment variables
                  offline: True

                """), "\(outcome.output)")
        #expect(outcome.output.hasSuffix("places where nothing is: -v\n"))
    }

    @Test func `where nothing is yet, that is said of the file that edits go to`() throws {
        let home = try ToolHome()
        #expect(home.run(["sources"]).output.hasPrefix("HOME/.condarc  (not there yet; edits go here)\n"))
        #expect(home.run(["sources", "-v"]).output.contains("/etc/conda/.condarc  (not there)\n"))
        #expect(home.run(["sources", "-v"]).output.contains("$CONDARC  (not set)\n"))
    }

    @Test func `a value that is wrong and a file that is broken are told with their lines`() throws {
        let wrong = try ToolHome(condarc: "offline: perhaps\n").run(["sources"])
        #expect(wrong.status == .badData && wrong.output.contains("problem: HOME/.condarc:1:10: "))
        let broken = try ToolHome(condarc: "a: [\n").run(["sources", "--json"])
        #expect(
            broken.status == .badData && broken.output.contains(#""exists": true, "parses": false, "settings": {}"#))
    }

    @Test func `no secret is shown, unless it is asked for`() throws {
        let home = try ToolHome(
            condarc: "channels: ['https://u:made-up@h/t/made-up-token/a']\nplugins: {token: made-up}\n")
        for arguments in [["sources"], ["sources", "--json"]] {
            #expect(!home.run(arguments).output.contains("made-up"))
            #expect(home.run(arguments + ["--reveal"]).output.contains("made-up-token"))
        }
    }

    @Test(arguments: ["show", "sources", "explain envs_dirs", "config --show", "config --show-sources", "check"])
    func `of a URL that a variable cuts in pieces, no secret is shown`(command: String) throws {
        let arguments = command.split(separator: " ").map(String.init)
        let variable = ["CONDA_ENVS_PATH": "https://u:made-up-pass@h/x:/a"]
        for option in [[], ["--json"]] {
            let outcome = try ToolHome().run(arguments + option, environment: variable)
            #expect(outcome.output.contains("envs_") && !(outcome.output + outcome.errors).contains("made-up"))
        }
        if command != "check" {
            let revealed = try ToolHome().run(arguments + ["--reveal"], environment: variable)
            #expect(revealed.output.contains("made-up-pass@h/x"))
        }
    }

    @Test func `one file under two names is told once`() throws {
        let home = try ToolHome(condarc: "offline: true\n")
        let outcome = home.run(["sources"], environment: ["CONDARC": "HOME/.condarc"])
        #expect(outcome.output.split(separator: "offline").count == 2, "\(outcome.output)")
    }
}
