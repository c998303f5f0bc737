import CommandLineKit
import LosslessJSON
import Testing

@Suite struct CheckRunTests {
    @Test func `a file that is not there or not YAML does not keep others from being checked`() throws {
        let home = try ToolHome(condarc: "ssl_verify: false\n")
        try home.write("a: [\n", to: "broken")
        let outcome = home.run(["check", "HOME/missing", "HOME/broken", "HOME/.condarc/none", "HOME/.condarc"])
        #expect(outcome.status == .negative)
        let rules = outcome.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map {
            $0.split(separator: " ")[1]
        }
        #expect(rules == ["unreadable:", "syntax:", "unreadable:", "insecure-ssl:"])
    }

    @Test func `without files everything that conda reads is checked`() throws {
        let home = try ToolHome(condarc: "ssl_verify: false\nalways_copy: true\n")
        let outcome = home.run(
            ["check", "--forbid-defaults"],
            environment: ["CONDA_ALWAYS_SOFTLINK": "yes", "CONDA_SOLVER": "x", "CONDARC": "HOME/nowhere.yml"])
        let rules = outcome.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
            .map { String($0.split(separator: " ")[1]) }
        #expect(Set(rules) == ["insecure-ssl:", "contradiction:", "ignored-source:", "forbidden-defaults:"])
        #expect(
            home.run(["check"], environment: ["CONDA_ALWAYS_YES": "maybe"]).output.contains(
                "$CONDA_ALWAYS_YES: wrong-type"))
        #expect(
            try ToolHome().run(["check"])
                == .init(status: .success, output: "", errors: "condarc-tool: ✓ 0 files checked, nothing found\n"))
    }

    @Test func `standard input is a file`() throws {
        let home = try ToolHome()
        #expect(home.run(["check", "-"], input: "nope: 1\n").output.hasPrefix("-:1:1: unknown-parameter: "))
        let fixed = home.run(["check", "--fix", "-"], input: "channels: [a, a] # x\nnope: 1\n")
        #expect(fixed.status == .negative)
        #expect(fixed.output == "channels: [a] # x\nnope: 1\n")
        #expect(fixed.errors.contains("-:2:1: unknown-parameter: "))
    }

    @Test func `fixes are written, and a second run changes nothing`() throws {
        let home = try ToolHome(condarc: "channels:\n  - a\n  - b\n  - a\n")
        let rehearsal = home.run(["check", "--fix", "--check", "HOME/.condarc"])
        #expect(rehearsal.status == .negative && rehearsal.output.contains("-  - a\n"))
        #expect(home.run(["check", "--fix", "-n", "HOME/.condarc"]).status == .success)
        #expect(home.text() == "channels:\n  - a\n  - b\n  - a\n")
        let json = home.run(["check", "--fix", "--json", "HOME/.condarc"])
        #expect(json.status == .success)
        #expect(
            json.output.contains(
                "\"findings\": [], \"files\": 1, \"changed\": true, \"fixed\": [{\"rule\": \"duplicate-channel\""))
        #expect(home.text() == "channels:\n  - a\n  - b\n")
        let again = home.run(["check", "--fix", "--diff", "HOME/.condarc"])
        #expect(again == .init(status: .success, output: "", errors: "condarc-tool: ✓ 1 file checked, nothing found\n"))
    }

    @Test func `channels in a variable are parted by commas`() throws {
        let outcome = try ToolHome().run(["check"], environment: ["CONDA_CHANNELS": "conda-forge bioconda"])
        #expect(outcome.output.contains("hint: put a comma between two channels: conda-forge,bioconda\n"))
    }

    @Test(arguments: ["-n", "--check"])
    func `what is only tried is not said to be fixed`(option: String) throws {
        let home = try ToolHome()
        try home.write("channels: [a, a]\n", to: "t.yml")
        let outcome = home.run(["check", "--fix", option, "HOME/t.yml"])
        #expect(
            outcome.errors == "condarc-tool: would fix HOME/t.yml:1: duplicate-channel\n"
                + "condarc-tool: ✓ 1 file checked, 1 to be fixed, nothing left then\n")
        #expect(home.text(of: "t.yml") == "channels: [a, a]\n")
    }

    @Test func `a file that is named twice is looked at once`() throws {
        let home = try ToolHome()
        try home.write("ssl_verify: false\n", to: "t.yml")
        let outcome = home.run(["check", "HOME/t.yml", "HOME/t.yml"])
        #expect(outcome.errors == "condarc-tool: 1 file checked: 1 warning\n")
    }
}
