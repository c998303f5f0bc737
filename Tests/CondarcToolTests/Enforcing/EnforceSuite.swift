import CommandLineKit
import LosslessJSON
import Testing

/// What the suites about `enforce` share: a home with a policy in it.
protocol EnforceSuite {
    var home: ToolHome { get }
}

extension EnforceSuite {
    func policy(_ text: String) throws { try home.write("version: 1\n" + text, to: "policy.yml") }

    /// Runs it twice: the second run must find what the first left, and change nothing.
    func enforce(
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

    func json(_ outcome: ToolHome.Outcome) throws -> JSONValue {
        try JSONDocument(Array(outcome.output.utf8)).root.value
    }

    func violations(_ result: JSONValue) -> [JSONValue] {
        if case .array(let violations)? = result["violations"] { violations } else { [] }
    }

    func facts(_ result: JSONValue, _ name: String) -> [JSONValue] {
        violations(result).map { $0[name] ?? .null }
    }
}
