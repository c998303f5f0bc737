import CommandLineKit
import Testing

@Suite struct EditRunRefusalTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        (["set", "channels", "x"], "invalid", "'channels' is a list, and set gives a single value"),
        (["append", "quiet", "x"], "invalid", "'quiet' is a single value, not a list"),
        (["append", "proxy_servers", "x"], "invalid", "'proxy_servers' is a map, not a list"),
        (
            ["append", "channel_settings", "x"], "invalid",
            "the items of 'channel_settings' are maps, which cannot be given as words"
        ),
        (["set", "quiet", "maybe"], "invalid", "'quiet': 'maybe' is no boolean"),
        (["set", "channel_priority", "stric"], "invalid", "'channel_priority': 'stric' is none of the choices"),
        (["set", "channel_alias", "x.example"], "invalid", "'channel_alias': 'x.example' has no scheme"),
        (["set", "ssl_verify", "/not/there"], "invalid", "'ssl_verify': there is no file or directory '/not/there'"),
        (["set", "ssl_verify", "~/.condarc"], "invalid", "'ssl_verify': there is no file or directory '~/.condarc'"),
        (["set", "ssl_verify", "None"], "invalid", "'ssl_verify': 'None' is no false"),
        (["set", "quite", "true"], "invalid", "there is no parameter 'quite'"),
        (["append", "channels.deep", "x"], "invalid", "'channels' is no map, so it has no entry 'deep'"),
        (["set", "plugins", "x"], "invalid", "'plugins' does not name one setting of a plugin"),
        (["set", "quiet"], "usage", "argument VALUE is missing"),
        (["append", "channels", ""], "usage", "an item is empty"),
        (["remove", "channels", "x", "--strict"], "not-found", "'x' is not in 'channels'"),
        (["set", "quiet", "true", "--user", "--file", "x"], "usage", "options --user and --file exclude each other"),
        (["set", "quiet", "true", "--env"], "usage", "no environment is active: CONDA_PREFIX is not set"),
    ])
    func `what conda would refuse is refused, and the file stays`(
        arguments: [String], code: String, message: String
    ) throws {
        let home = try ToolHome(condarc: Self.plain)
        let outcome = home.run(arguments + ["--json"])
        #expect(outcome.status == (code == "usage" ? .usage : .badData))
        #expect(
            outcome.output.hasPrefix(#"{"schema": 1, "error": {"code": "\#(code)", "message": "\#(message)""#),
            "\(outcome.output)")
        #expect(home.text() == Self.plain)
    }

    @Test(arguments: [
        (
            "channels: text\n", ["append", "channels", "x"], "'channels' holds a single value where a list is due", 1,
            11
        ),
        ("- a\n", ["set", "quiet", "true"], "a list stands where the map of parameters is due", 1, 1),
        ("quiet: 1\nx: 1\nquiet: 2\n", ["set", "offline", "true"], "the key 'quiet' stands twice", 3, 1),
        (
            "yes: 1\nalways_yes: 2\n", ["set", "always_yes", "true"],
            "'yes' and 'always_yes' are names of the same parameter", 2, 1
        ),
        (
            "proxy_servers: x\n", ["set", "proxy_servers.http", "y"],
            "'proxy_servers' holds a single value where a map is due", 1, 16
        ),
    ])
    func `what is wrong in the file is named with its place`(
        condarc: String, arguments: [String], message: String, line: Int, column: Int
    ) throws {
        let home = try ToolHome(condarc: condarc)
        let outcome = home.run(arguments)
        #expect(outcome.status == .badData)
        #expect(
            outcome.errors.hasPrefix("condarc-tool: error: HOME/.condarc:\(line):\(column): \(message)\n"),
            "\(outcome.errors)")
        #expect(home.text() == condarc)
    }
}
