import Testing

@Suite struct UnsetCommandTests {
    private static let plain = "channels:\n  - conda-forge\n  - defaults  # vendor\nchangeps1: false\n"

    @Test(arguments: [
        EditCase(["unset", "changeps1"], plain, "channels:\n  - conda-forge\n  - defaults  # vendor\n"),
        EditCase(["unset", "ssl_verify"], "verify_ssl: false\nquiet: true\n", "quiet: true\n"),
        EditCase(["unset", "unknown_key"], "unknown_key: 1\nquiet: true\n", "quiet: true\n"),
        EditCase(["unset", "quiet"], plain, plain),
        EditCase(["unset", "quiet"], nil, nil),
        EditCase(
            ["unset", "proxy_servers.http"], "proxy_servers:\n  http: a\n  https: b\n", "proxy_servers:\n  https: b\n"),
    ])
    func `unset takes a key out under any of its names`(edit: EditCase) throws { try edit.check() }
}
