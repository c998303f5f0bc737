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

    @Test func `what is about no line has none`() throws {
        let home = try ToolHome()
        #expect(
            home.run(["check", "--json", "HOME/missing"]).output.contains("\"line\": null, \"column\": null, \"mess"))
        let annotation = home.run(["check", "--format", "github"], environment: ["CONDA_OFFLINE": "x"]).output
        #expect(annotation.hasPrefix("::error file=$CONDA_OFFLINE,title=wrong-type::"))
    }

    @Test(arguments: [
        (["--select", "insecure-ssi"], "there is no rule 'insecure-ssi'", "did you mean 'insecure-ssl'?"),
        (
            ["--ignore=insecure-ssl,nope-nope"], "there is no rule 'nope-nope'",
            "all rules are listed by: condarc-tool check --explain"
        ),
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

    @Test(arguments: ["json", "sarif"])
    func `no change of a fix has a secret in its text`(format: String) throws {
        let home = try ToolHome(
            condarc: "default_channels: https://kim:made-up-1@h.example/a\nwhitelist_channels: bioconda\n")
        let outcome = home.run(["check", "--format", format, "HOME/.condarc"])
        #expect(!outcome.output.contains("made-up"))
        #expect(outcome.output.contains("- bioconda\\n"))
    }
}
