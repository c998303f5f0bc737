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
        #expect(outcome.errors.contains("'never' is not set, and conda has no parameter 'never'"))
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

    @Test(
        arguments: [
            ("ssl_verify: ''\n", "1:13: 'ssl_verify': an empty text is no false"),
            ("ssl_verify: None\n", "1:13: 'ssl_verify': 'None' is no false"),
            ("channels: [a, b c]\n", "1:15: 'b c' is one item with a blank or comma in it"),
            ("channels: {append: [a]}\n", "1:11: 'channels': a list is given whole here"),
            ("custom_channels: {a: null}\n", "1:22: 'custom_channels.a': no value stands here"),
            ("proxy_servers.http: http://a\n", "1:1: there is no parameter 'proxy_servers.http'"),
            ("remove: [quiet]\n", "1:1: there is no parameter 'remove'"),
            ("ssl_verify: !final true\n", "1:13: conda cannot read the tag !final"),
            ("conda: {channels: [a]}\n", "remove this line, and begin the lines below it in the first column"),
            ("append: {channels: [a, b]}\n", "condarc-tool append channels a b"),
            ("x: &a 3.10\nx: null\n", "2:1: the key 'x' stands twice"),
            ("", "holds nothing to apply"), ("# nothing\n", "holds nothing to apply"),
        ])
    func `what set and append refuse is refused`(site: String, message: String) throws {
        let home = try ToolHome(condarc: Self.target)
        try home.write(site, to: "site.yml")
        let outcome = home.run(["apply", "HOME/site.yml"])
        #expect(outcome.status == .badData)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(home.text() == Self.target)
    }

    @Test func `all that is wrong is told at once`() throws {
        let home = try ToolHome(condarc: Self.target)
        let outcome = home.run(["apply", "-"], input: "chanels: [a]\nquiet: maybe\nssl_verfy: null\nchannels: a\n")
        #expect(outcome.status == .badData)
        #expect(outcome.errors.split(separator: "\n").count { $0.contains("error: -:") } == 3)
    }

    @Test func `a text that YAML takes for a number stays what it is, once more`() throws {
        let home = try ToolHome(condarc: "default_python: 3.10\n")
        let site = "default_python: 3.10\noverride_virtual_packages: {cuda: 12.10, glibc: 2.20}\n"
        #expect(home.run(["apply", "-"], input: site) == .init(status: .success, output: "", errors: ""))
        #expect(
            home.text() == "default_python: '3.10'\noverride_virtual_packages:\n  cuda: '12.10'\n  glibc: '2.20'\n")
        #expect(home.run(["apply", "-", "--check"], input: site).status == .success)
        // What an alias stands for was written elsewhere.
        let alias = home.run(["apply", "-"], input: "quiet: &a 3.10\noverride_virtual_packages: {cuda: *a}\n")
        #expect(alias.status == .badData && alias.errors.contains("a number or boolean stands where a text is due"))
    }

    @Test func `a doubt is told with its place, and of what goes there is none`() throws {
        let home = try ToolHome(condarc: "channels: [a]\nclient_ssl_cert: /x\n")
        let outcome = home.run(["apply", "-"], input: "channel_alias: null\nsolver: mamba\nchannels: [conda_forge]\n")
        #expect(outcome.status == .success)
        #expect(
            outcome.errors == """
                condarc-tool: note: -:2:9: solver: no solver is known as 'mamba'
                 2 | solver: mamba
                   |         ^^^^^
                  hint: did you mean 'libmamba'?
                condarc-tool: note: -:3:12: channels: 'conda_forge' is nearly the name of a well-known channel
                 3 | channels: [conda_forge]
                   |            ^^^^^^^^^^^
                  hint: did you mean 'conda-forge'?

                """)
    }

    @Test(arguments: [
        ("channels:\n", "1:1: channels: nothing stands behind the ':', which takes the key away"),
        ("quiet: true  #!final\n", "1:8: quiet: the comment #!final is not taken over with the value"),
        ("channels:\n  - a  #!top\n", "2:5: channels: the comment #!top is not taken over with the value"),
    ])
    func `what is lost of the text is told`(site: String, message: String) throws {
        let home = try ToolHome(condarc: "channels: [b]\n")
        let outcome = home.run(["apply", "-"], input: site)
        #expect(outcome.status == .success)
        #expect(outcome.errors.hasPrefix("condarc-tool: note: -:\(message)\n"), "\(outcome.errors)")
        #expect(home.run(["apply", "-"], input: "channels: null\n").errors.isEmpty)
    }

    @Test func `the value that is meant is the one that is written`() throws {
        let home = try ToolHome(condarc: "")
        #expect(home.run(["apply", "-", "-v"], input: "default_python: 3.10\n").errors.isEmpty)
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
