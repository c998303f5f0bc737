import CommandLineKit
import LosslessJSON
import Testing

@Suite struct ViolationOutputTests: EnforceSuite {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `writes annotations and SARIF`() throws {
        try policy("forbid: {channels: [defaults]}\n")
        try home.write("channels: [defaults, a]\n", to: ".condarc")
        let command = ["enforce", "HOME/policy.yml", "--home", "HOME", "--check", "--format"]
        #expect(
            home.run(command + ["github"]).output.hasPrefix(
                "::error file=HOME/.condarc,line=1,col=12,endLine=1,endColumn=20,title=forbidden-channel::channels: 'defaults' is forbidden"
            ))
        let log = try json(home.run(command + ["sarif"]))
        guard case .array(let runs)? = log["runs"], case .array(let results)? = runs.first?["results"],
            case .array(let rules)? = runs.first?["tool"]?["driver"]?["rules"]
        else {
            Issue.record("no results")
            return
        }
        #expect(results.map { $0["ruleId"] } == ["forbidden-channel"])
        #expect(rules.count == 6)
    }

    @Test func `the line of a secret is shown without it`() throws {
        try policy("forbid: {keys: [remote_password, anaconda_token]}\n")
        try home.write("remote_password: made-up-1\nanaconda_token: xy-made-up-token-0001\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME", "-n"])
        #expect(
            outcome.output.contains(" 1 | remote_password: …\n") && outcome.output.contains(" 2 | anaconda_token: …\n"))
        #expect(!(outcome.output + outcome.errors).contains("0001"))
    }
}
