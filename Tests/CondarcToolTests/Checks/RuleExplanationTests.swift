import CommandLineKit
import LosslessJSON
import Testing

@Suite struct RuleExplanationTests {
    @Test func `each rule is explained with a bad and a good example`() throws {
        let home = try ToolHome()
        #expect(home.run(["check", "--explain"]).output.contains("insecure-ssl"))
        let one = home.run(["check", "--explain", "insecure-ssl"]).output
        #expect(one.contains("Bad:\n    ssl_verify: false\n") && one.contains("Good:\n    ssl_verify: truststore\n"))
        #expect(
            home.run(["check", "--explain", "--json", "syntax"]).output.hasPrefix(
                "{\"schema\": 1, \"rules\": [{\"name\": \"syntax\""))
    }
}
