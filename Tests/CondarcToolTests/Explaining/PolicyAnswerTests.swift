import CommandLineKit
import Testing

@Suite struct PolicyAnswerTests {
    private let home: ToolHome

    init() throws { home = try ToolHome.underPolicy() }

    @Test func `lets explain tell what it says`() {
        let outcome = home.run(["explain", "ssl_verify", "--policy", "HOME/policy.yml"])
        #expect(outcome.status == .success)
        #expect(outcome.output.contains("  it pins truststore  # HOME/policy.yml:4\n  not kept: "))
        let channel = home.run(["explain", "defaults", "--policy", "HOME/policy.yml"])
        #expect(channel.output.contains("  it forbids defaults  # HOME/policy.yml:3"))
        #expect(home.run(["explain", "offline", "--policy", "HOME/policy.yml"]).output.contains("says nothing of it"))
        let json = home.run(["explain", "ssl_verify", "--policy", "HOME/policy.yml", "--json"])
        #expect(json.output.contains("\"holds\": false"))
    }
}
