import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct `The command check` {
    @Test func `links of the search path that lead to each other are a finding`() throws {
        let home = try ToolHome()
        for (name, target) in [(".condarc", "condarc"), ("condarc", ".condarc")] {
            try FileManager.default.createSymbolicLink(atPath: home.path + "/" + name, withDestinationPath: target)
        }
        let outcome = home.run(["check", "--json"])
        #expect(outcome.status == .negative)
        let findings = try JSONDocument(Array(outcome.output.utf8)).root["findings"]?.elements ?? []
        #expect(findings.map { $0["rule"]?.string } == ["ignored-source"])
        #expect(findings.first?["path"]?.string == "HOME/.condarc")
        #expect(home.run(["sources"]).output.contains("HOME/.condarc  (cannot be read: conda passes over it)"))
    }

    @Test func `text has a line for each finding and what to do below it`() throws {
        let home = try ToolHome(condarc: "ssl_verify: false\nchanels: [a]\n")
        let outcome = home.run(["check", "HOME/.condarc"])
        #expect(
            outcome
                == .init(
                    status: .negative,
                    output: """
                        HOME/.condarc:1:13: insecure-ssl: servers need not prove who they are
                         1 | ssl_verify: false
                           |             ^^^^^
                          hint: set ssl_verify to truststore, or to the file with your organization's certificates

                        HOME/.condarc:2:1: unknown-parameter: conda has no parameter 'chanels'
                         2 | chanels: [a]
                           | ^^^^^^^
                          hint: did you mean 'channels'?

                        """, errors: "condarc-tool: 1 file checked: 2 warnings\n"))
    }

    @Test func `JSON is one object`() throws {
        let home = try ToolHome(condarc: "channels: [a, a]\n")
        let expected = """
            {"schema": 1, "findings": [{"rule": "duplicate-channel", "severity": "warning", "path": "HOME/.condarc", \
            "line": 1, "column": 15, "endLine": 1, "endColumn": 16, "message": "channels: 'a' stands in the list already", "hint": \
            "the first one is on line 1", "related": [{"line": 1, "column": 12, "endLine": 1, "endColumn": 13, "message": \
            "the first one"}], "fixable": true, "fix": {"edits": [{"line": 1, "column": 13, "endLine": 1, "endColumn": 16, \
            "text": ""}]}}], "files": 1, "checked": 1, "summary": {"error": 0, "warning": 1, \
            "note": 0}}

            """
        for arguments in [["--json"], ["--format", "json"]] {
            #expect(
                home.run(["check", "HOME/.condarc"] + arguments)
                    == .init(status: .negative, output: expected, errors: ""))
        }
    }

    @Test func `annotations for GitHub are escaped`() throws {
        let home = try ToolHome()
        try home.write("ssl_verify: false\n", to: "a,b%:c")
        let outcome = home.run(["check", "--format", "github", "HOME/a,b%:c"])
        #expect(
            outcome.output
                == "::warning file=HOME/a%2Cb%25%3Ac,line=1,col=13,endLine=1,endColumn=18,title=insecure-ssl::servers need not prove who they are%0A"
                + "set ssl_verify to truststore, or to the file with your organization's certificates\n")
    }

    @Test func `SARIF has what its version 2.1.0 asks for`() throws {
        let home = try ToolHome(condarc: "ssl_verify: false\nalways_yes: maybe\n")
        try home.write("a: [\n", to: "with space")
        let outcome = home.run(["check", "--format", "sarif", "HOME/.condarc", "HOME/with space", "HOME/missing"])
        let log = try JSONDocument(Array(outcome.output.utf8)).root.value
        #expect(log["version"] == "2.1.0" && log["$schema"] != nil)
        guard case .array(let runs)? = log["runs"], let run = runs.first, case .array(let results)? = run["results"],
            case .array(let rules)? = run["tool"]?["driver"]?["rules"]
        else {
            Issue.record("no runs: \(outcome.output)")
            return
        }
        #expect(run["tool"]?["driver"]?["name"] == "condarc-tool")
        #expect(rules.allSatisfy { $0["id"] != nil && $0["shortDescription"]?["text"] != nil })
        #expect(results.map { $0["ruleId"] } == ["insecure-ssl", "wrong-type", "syntax", "unreadable"])
        for result in results {
            guard case .number(let index)? = result["ruleIndex"], let index = Int(index) else {
                Issue.record("no index: \(result)")
                return
            }
            #expect(rules[index]["id"] == result["ruleId"])
            #expect(["error", "warning", "note"].contains(result["level"]))
            #expect(result["message"]?["text"] != nil)
            guard case .array(let locations)? = result["locations"], let place = locations.first?["physicalLocation"]
            else {
                Issue.record("no location: \(result)")
                return
            }
            guard case .string(let uri)? = place["artifactLocation"]?["uri"] else { continue }
            #expect(uri.hasPrefix("file://") && !uri.contains(" "))
            #expect(place["region"]?["startLine"] != nil && place["region"]?["startColumn"] != nil)
        }
    }

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

    @Test func `what is about no line has none`() throws {
        let home = try ToolHome()
        #expect(
            home.run(["check", "--json", "HOME/missing"]).output.contains("\"line\": null, \"column\": null, \"mess"))
        let annotation = home.run(["check", "--format", "github"], environment: ["CONDA_OFFLINE": "x"]).output
        #expect(annotation.hasPrefix("::error file=$CONDA_OFFLINE,title=wrong-type::"))
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

    @Test(arguments: [
        (["--select", "insecure-ssi"], "there is no rule 'insecure-ssi'", "did you mean 'insecure-ssl'?"),
        (["--ignore=insecure-ssl,nope-nope"], "there is no rule 'nope-nope'", "see 'condarc-tool check --explain'"),
        (["--explain", "insecure-ssi"], "there is no rule 'insecure-ssi'", "did you mean 'insecure-ssl'?"),
        (["--diff"], "option --diff shows what --fix does", "add --fix"),
    ])
    func `a wrong command line is a usage error`(_ arguments: [String], _ message: String, _ hint: String) throws {
        let outcome = try ToolHome().run(["check"] + arguments)
        #expect(
            outcome
                == .init(
                    status: .usage, output: "", errors: "condarc-tool: error: \(message)\n  hint: \(hint)\n"
                ))
    }

    @Test(arguments: ["text", "json", "github", "sarif"])
    func `no format shows a secret`(_ format: String) throws {
        let home = try ToolHome(
            condarc: """
                channels:
                  - https://conda.anaconda.org/t/made-up-token-4321/acme
                  - https://conda.anaconda.org/t/made-up-token-4321/acme
                channel_alias: "//u:made-up-pw@h"
                always_yes: https://u:made-up-pw@h/

                """)
        let outcome = home.run(["check", "--format", format, "--forbid-channel", "acme", "HOME/.condarc"])
        #expect(outcome.status == .negative)
        #expect(!outcome.output.contains("made-up"), "\(outcome.output)")
        #expect(!outcome.errors.contains("made-up"))
    }

    @Test func `each rule is explained with a bad and a good example`() throws {
        let home = try ToolHome()
        #expect(home.run(["check", "--explain"]).output.contains("insecure-ssl"))
        let one = home.run(["check", "--explain", "insecure-ssl"]).output
        #expect(one.contains("Bad:\n    ssl_verify: false\n") && one.contains("Good:\n    ssl_verify: truststore\n"))
        #expect(
            home.run(["check", "--explain", "--json", "syntax"]).output.hasPrefix(
                "{\"schema\": 1, \"rules\": [{\"name\": \"syntax\""))
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

    @Test(arguments: ["json", "sarif"])
    func `no change of a fix has a secret in its text`(format: String) throws {
        let home = try ToolHome(
            condarc: "default_channels: https://kim:made-up-1@h.example/a\nwhitelist_channels: bioconda\n")
        let outcome = home.run(["check", "--format", format, "HOME/.condarc"])
        #expect(!outcome.output.contains("made-up"))
        #expect(outcome.output.contains("- bioconda\\n"))
    }
}
