import CommandLineKit
import Testing

@Suite struct ApplyCommandTests {
    private static let target = """
        # mine
        channels:
          - a  # first
          - b
        always_yes: true
        proxy_servers:
          http: http://old  # keep me
          https: http://gone
        channel_settings:
          - channel: https://x.example
            auth: one  # by hand
        quiet: true

        """

    @Test func `each key gets its value, null removes one, others stay`() throws {
        let home = try ToolHome(condarc: Self.target)
        try home.write(
            """
            channels: [c, a]
            yes: null
            proxy_servers: {http: http://old}
            channel_settings:
              - {channel: "https://x.example", auth: one}
              - {channel: "https://y.example", auth: two}
            channel_priority: STRICT
            """, to: "site.yml")
        let outcome = home.run(["apply", "HOME/site.yml"])
        #expect(outcome.status == .success, "\(outcome.errors)")
        #expect(
            home.text() == """
                # mine
                channels:
                  - c
                  - a  # first
                proxy_servers:
                  http: http://old  # keep me
                channel_settings:
                  - channel: https://x.example
                    auth: one  # by hand
                  - channel: https://y.example
                    auth: two
                quiet: true
                channel_priority: strict

                """)
        #expect(
            home.run(["apply", "HOME/site.yml", "--check", "-q"]) == .init(status: .success, output: "", errors: ""))
    }

    @Test func `null takes out a key that conda does not know, and names one that is not there`() throws {
        let home = try ToolHome(condarc: "old.key: 3\nold: {key: 4}\nquiet: true\n")
        let outcome = home.run(["apply", "-"], input: "old.key: null\nnever: null\n")
        #expect(outcome.status == .success)
        #expect(outcome.errors.contains("'never' is neither here nor a parameter of conda"))
        #expect(home.text() == "old: {key: 4}\nquiet: true\n")
        // A dot in such a key does not lead into a map.
        let other = try ToolHome(condarc: "proxy_servers:\n  http: http://p\n  https: http://q\n")
        #expect(other.run(["apply", "-"], input: "proxy_servers.http: null\n").status == .success)
        #expect(other.text() == "proxy_servers:\n  http: http://p\n  https: http://q\n")
    }

    @Test(
        arguments: [
            ("chanels: [a]\n", "HOME/site.yml:1:1: there is no parameter 'chanels'", "did you mean 'channels'?"),
            (
                "channels: a\n", "HOME/site.yml:1:11: 'channels': a list is due, not a string",
                "write `channels: [a]`"
            ),
            ("quiet: [a]\n", "HOME/site.yml:1:8: 'quiet': a single value is due, not a list", nil),
            (
                "yes: 1\nalways_yes: 0\n", "HOME/site.yml:2:1: 'yes' and 'always_yes' are names of the same parameter",
                nil
            ),
            ("[a]\n", "HOME/site.yml:1:1: a list stands where the map of parameters is due", nil),
        ] as [(String, String, String?)])
    func `a file that is no configuration is refused with the place in it`(
        site: String, message: String, hint: String?
    ) throws {
        let home = try ToolHome(condarc: Self.target)
        try home.write(site, to: "site.yml")
        let outcome = home.run(["apply", "HOME/site.yml"])
        #expect(outcome.status == .badData)
        #expect(outcome.errors.hasPrefix("condarc-tool: error: \(message)\n"), "\(outcome.errors)")
        if let hint { #expect(outcome.errors.hasSuffix("  hint: \(hint)\n")) }
        #expect(home.text() == Self.target)
    }

    @Test func `a map with a merge key gets own entries, but what is merged cannot go`() throws {
        let target = "x-base: &base\n  http: http://a\n  https: http://b\nproxy_servers:\n  <<: *base\n"
        let home = try ToolHome(condarc: target)
        let less = home.run(["apply", "-"], input: "proxy_servers: {http: 'http://a'}\n")
        #expect(less.status == .badData && less.errors.contains("merge key in line 5"), "\(less.errors)")
        #expect(home.text() == target)
        let other = home.run(["apply", "-"], input: "proxy_servers: {http: 'http://a', https: 'http://c'}\n")
        #expect(other.status == .success, "\(other.errors)")
        #expect(home.text() == target + "  https: http://c\n")
    }

    @Test func `standard input can be applied, but not to itself`() throws {
        let home = try ToolHome()
        #expect(home.run(["apply", "-"], input: "quiet: yes\n").status == .success)
        #expect(home.text() == "quiet: true\n")
        #expect(home.run(["apply", "-", "--file", "-"]).status == .usage)
        #expect(home.run(["apply", "HOME/not-there"]).status == .system)
    }
}
