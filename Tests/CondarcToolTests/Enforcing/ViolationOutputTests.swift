import CommandLineKit
import LosslessJSON
import Testing

@Suite struct ViolationOutputTests {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    private func policy(_ text: String) throws { try home.write("version: 1\n" + text, to: "policy.yml") }

    /// Runs it twice: the second run must find what the first left, and change nothing.
    private func enforce(
        _ arguments: [String] = [], environment: [String: String] = [:], leaves remaining: Int = 0
    ) throws -> JSONValue {
        let command = ["enforce", "HOME/policy.yml", "--json"] + arguments
        let first = try json(home.run(command, environment: environment))
        let second = home.run(command, environment: environment)
        #expect(try json(second)["changed"] == false)
        #expect(try violations(json(second)).count == remaining)
        #expect(second.status == (remaining == 0 ? .success : .negative))
        return first
    }

    private func json(_ outcome: ToolHome.Outcome) throws -> JSONValue {
        try JSONDocument(Array(outcome.output.utf8)).root.value
    }

    private func violations(_ result: JSONValue) -> [JSONValue] {
        if case .array(let violations)? = result["violations"] { violations } else { [] }
    }

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
