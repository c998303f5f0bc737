import Testing

@Suite struct PrometheusMetricsTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    private func metrics() -> [String] {
        home.run("report", "--format", "prometheus").output.split(separator: "\n").map(String.init)
    }

    @Test func `tokens are counted by store and kind, and keys have their end`() throws {
        try home.writeTokensOfBothStores(key: MadeUp.apiKey(expires: 4_000_000_000))
        let lines = metrics()
        #expect(lines.contains(#"keyring_tool_tokens{store="keyring",kind="repo-token"} 4"#))
        #expect(lines.contains(#"keyring_tool_tokens{store="conda-token",kind="repo-token"} 2"#))
        #expect(
            lines.contains(
                #"keyring_tool_token_expiry_timestamp_seconds{store="keyring",kind="api-key",domain="anaconda.com",org="",url=""} 4000000000"#
            ))
        #expect(!lines.joined().contains("made-up"))
    }

    @Test func `each family has its two lines once, and each series stands there once`() throws {
        try home.writeTokensOfBothStores(key: MadeUp.apiKey(expires: 4_000_000_000))
        let lines = metrics()
        let heads = lines.filter { $0.hasPrefix("# ") }
        #expect(Set(heads).count == heads.count && heads.count % 2 == 0)
        let series = lines.filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) }
        #expect(Set(series).count == series.count)
    }

    @Test func `a label with a quote or a line break ends nothing`() throws {
        try home.write(
            MadeUp.keyring([("a\\\"b", MadeUp.payload(domain: "x", key: MadeUp.apiKey(expires: 4_000_000_000)))]),
            to: ".anaconda/keyring")
        let lines = metrics()
        #expect(lines.contains { $0.contains(#"domain="a\"b""#) }, "\(lines)")
        #expect(lines.allSatisfy { $0.hasPrefix("# ") || $0.hasPrefix("keyring_tool_") })
    }
}
