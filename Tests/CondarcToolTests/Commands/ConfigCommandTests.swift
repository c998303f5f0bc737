import CommandLineKit
import LosslessJSON
import Testing

@Suite struct ConfigCommandTests {
    @Test func `a wrong command line is a usage error, any other is conda's negative one`() throws {
        let home = try ToolHome(condarc: "channels: [a]\n")
        #expect(home.run(["config", "--set", "offline"]).status == .usage)
        #expect(home.run(["config", "--remove", "channels", "b"]).status == .negative)
        #expect(home.run(["config", "--set", "offline", "perhaps"]).status == .negative)
        #expect(home.text() == "channels: [a]\n")
    }

    @Test func `with --json an error is conda's object`() throws {
        let outcome = try ToolHome(condarc: "channels: [a]\n").run(["config", "--json", "--remove", "channels", "b"])
        let json = try JSONDocument(Array(outcome.output.utf8)).root.value
        #expect(outcome.status == .negative && json["exception_name"] != nil && json["message"] != nil)
        #expect(outcome.errors == "")
    }

    @Test func `without --json an error is told with its lines`() throws {
        let outcome = try ToolHome(condarc: "a: [\n").run(["config", "--add", "channels", "b"])
        #expect(outcome.status == .negative && outcome.output == "")
        #expect(outcome.errors.contains("HOME/.condarc:") && outcome.errors.contains(" | "))
    }
}
