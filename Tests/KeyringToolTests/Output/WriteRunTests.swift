import CommandLineKit
import Testing

@Suite struct WriteRunTests {
    private static let calls = [
        ["set", "--org", "acme", "--diff"], ["remove", "--org", "old", "--diff"], ["logout", "--diff"],
        ["rotate", "--org", "old", "--diff"], ["migrate", "--org", "new", "--diff"],
        ["sync", "--org", "old", "--to", "mamba", "--diff"],
    ]

    @Test(arguments: calls)
    func `where both streams go to one place, nothing is said inside of a difference`(call: [String]) throws {
        let home = try ToolHome()
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("old", MadeUp.other)]))]),
            to: ".anaconda/keyring")
        try home.writeToken(MadeUp.token)
        let outcome = home.run(call, input: MadeUp.token + "-new")
        #expect(outcome.status == .success && outcome.errors.contains("keyring-tool: "))
        let lines = outcome.everything.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("--- ") })
        let last = try #require(lines.lastIndex { "+-@ ".contains($0.prefix(1)) })
        #expect(lines[first...last].allSatisfy { "+-@ ".contains($0.prefix(1)) }, "\(outcome.everything)")
    }
}
