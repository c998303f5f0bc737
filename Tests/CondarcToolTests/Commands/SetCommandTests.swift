import Testing

@Suite struct SetCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(["set", "channel_priority", "STRICT"], plain, plain + "channel_priority: strict\n"),
        EditCase(["set", "yes", "on"], plain, plain + "always_yes: true\n"),
        EditCase(["set", "always_yes", "true"], "yes: false # ask\n", "yes: true # ask\n"),
        EditCase(["set", "changeps1", "0"], plain, plain),
        EditCase(["set", "env_prompt", "3.10"], nil, "env_prompt: '3.10'\n"),
        EditCase(["set", "proxy_servers.http", "http://p:1"], nil, "proxy_servers:\n  http: http://p:1\n"),
        EditCase(["set", "plugins.some.depth", "3"], nil, "plugins:\n  some:\n    depth: 3\n"),
        EditCase(["set", "plugins.note", "3: 4"], nil, "plugins:\n  note: '3: 4'\n"),
        EditCase(["set", "remote_max_retries", "-1"], nil, "remote_max_retries: -1\n"),
    ])
    func `set writes a value in its parameter's type, under the name that is there`(edit: EditCase) throws {
        try edit.check()
    }
}
