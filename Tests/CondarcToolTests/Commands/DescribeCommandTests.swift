import CommandLineKit
import LosslessJSON
import Testing

@Suite struct DescribeCommandTests {
    @Test(arguments: [
        ("channel_priority", "channel_priority (word)", "  choices: strict, flexible, disabled\n"),
        ("channels", "channels (list of string)", "  variable: CONDA_CHANNELS, items separated by ,\n"),
        ("verify_ssl", "ssl_verify (boolean or string)", "  aliases: verify_ssl\n"),
        ("proxy_servers", "proxy_servers (map of string", "  variable: none\n"),
        ("channel_settings", "channel_settings (list of maps of string)", "  variable: none\n"),
        ("offline", "offline (boolean)", "  default: false\n"),
    ])
    func `a parameter is told with its type and facts`(name: String, heading: String, fact: String) throws {
        let output = try ToolHome().run(["describe", name]).output
        #expect(output.hasPrefix(heading), "\(output)")
        #expect(output.contains(fact), "\(output)")
    }

    @Test func `without names all are told by category, but for what conda hides`() throws {
        let home = try ToolHome()
        func names(_ arguments: [String]) throws -> [String?] {
            let text = home.run(["describe", "--json"] + arguments).output
            let parameters = try JSONDocument(Array(text.utf8)).root["parameters"]?.elements ?? []
            return parameters.map { $0["name"]?.string }
        }
        let (shown, all) = (try names([]), try names(["--hidden"]))
        #expect(shown.count > 80 && all.count > shown.count && Set(shown).isSubset(of: Set(all)))
        // Each heading once.
        let lines = home.run(["describe"]).output.split(separator: "\n").filter {
            !$0.hasPrefix(" ") && !$0.contains("(")
        }
        #expect(Set(lines).count == lines.count && lines.count > 3)
        // One that is hidden is told where it is named.
        let hidden = try #require(all.first { !shown.contains($0) } ?? nil)
        #expect(home.run(["describe", hidden]).output.hasPrefix(hidden))
    }

    @Test func `a name that is none is refused`() throws {
        let outcome = try ToolHome().run(["describe", "chanels"])
        #expect(outcome.status == .badData && outcome.errors.contains("did you mean 'channels'?"))
    }

    @Test func `text keeps to the width`() throws {
        let output = try ToolHome().run(["describe"], environment: ["COLUMNS": "60"]).output
        let prose = output.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.contains(": ") }
        #expect(prose.count > 50 && prose.allSatisfy { $0.count <= 60 })
    }
}
