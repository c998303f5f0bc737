import CommandLineKit
import Testing

@Suite struct `The option --policy` {
    private let home: ToolHome

    init() throws { home = try ToolHome.underPolicy() }

    @Test func `lets check hold a file to a policy`() {
        let outcome = home.run(["check", "HOME/.condarc", "--policy", "HOME/policy.yml"])
        #expect(outcome.status == .negative)
        #expect(outcome.output.contains("HOME/.condarc:2:5: forbidden-channel: channels: 'defaults' is forbidden"))
        #expect(outcome.output.contains("HOME/.condarc:3:13: pinned: "))
        #expect(outcome.output.contains(" 3 | ssl_verify: true\n   |             ^^^^\n"))
        // A file need not set what others may set.
        #expect(!outcome.output.contains("channel_priority"))
        #expect(home.run(["check", "HOME/.condarc"]).status == .success)
    }

    @Test func `lets check hold the whole search path to it`() {
        let outcome = home.run(["check", "--policy", "HOME/policy.yml"])
        #expect(outcome.output.contains("required: channel_priority: 'strict' is required"))
        #expect(home.text() == "channels:\n  - defaults\nssl_verify: true\n")
    }
}
