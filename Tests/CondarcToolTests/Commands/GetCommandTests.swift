import CommandLineKit
import Testing

@Suite struct GetCommandTests {
    private static let condarc = """
        channels:
          - https://x.example/t/ab-0123456789abcdef/main
          - defaults
        yes: on
        proxy_servers:
          http: http://u:pw@p:1
        remote_read_timeout_secs: 1.5
        pinned_packages: [3.10]
        env_prompt:
        unknown: 1

        """

    @Test func `get shows conda's own lines, secrets redacted`() throws {
        let outcome = try ToolHome(condarc: Self.condarc).run(["get"])
        #expect(
            outcome.output == """
                --set always_yes on
                --add channels 'defaults'   # lowest priority
                --add channels 'https://x.example/t/…cdef/main'   # highest priority
                --add pinned_packages 3.1
                --set proxy_servers.http http://u:…@p:1
                --set remote_read_timeout_secs 1.5

                """)
        #expect(
            outcome.errors == """
                condarc-tool: warning: HOME/.condarc:10:1: conda has no parameter 'unknown'
                 10 | unknown: 1
                    | ^^^^^^^
                  hint: see 'condarc-tool describe'

                """)
    }

    @Test(arguments: [
        (["yes"], "on\n", ExitStatus.success), (["channels"], "https://x.example/t/…cdef/main\ndefaults\n", .success),
        (["proxy_servers", "unknown"], "http: http://u:…@p:1\n1\n", .success),
        (["proxy_servers.http", "--reveal"], "http://u:pw@p:1\n", .success), (["solver"], "", .negative),
        ([], "", .usage), (["yes", "--json"], #"{"schema": 1, "error": "#, .usage),
    ])
    func `get --value writes values alone`(arguments: [String], output: String, status: ExitStatus) throws {
        let outcome = try ToolHome(condarc: Self.condarc).run(["get", "--value"] + arguments)
        #expect(outcome.status == status)
        #expect(outcome.output == output || !output.hasSuffix("\n") && outcome.output.hasPrefix(output))
    }

    @Test(arguments: [
        (["always_yes"], #"{"always_yes": "on"}"#, ExitStatus.success),
        (["yes", "proxy_servers.http"], #"{"yes": "on", "proxy_servers.http": "http://u:…@p:1"}"#, .success),
        (["proxy_servers.http", "--reveal"], #"{"proxy_servers.http": "http://u:pw@p:1"}"#, .success),
        (["quiet", "env_prompt"], #"{"env_prompt": null}"#, .negative),
        (["unknown"], #"{"unknown": 1}"#, .success),
    ])
    func `get answers by key, with status 1 for one that is not there`(
        keys: [String], values: String, status: ExitStatus
    ) throws {
        let outcome = try ToolHome(condarc: Self.condarc).run(["get", "--json"] + keys)
        #expect(outcome.output == #"{"schema": 1, "path": "HOME/.condarc", "values": "# + values + "}\n")
        #expect(outcome.status == status)
    }

    @Test func `of two names of one parameter the last counts, and JSON names it once`() throws {
        let home = try ToolHome(condarc: "ssl_verify: true\nverify_ssl: false\nquiet: on\n")
        let outcome = home.run(["get", "--json"])
        #expect(
            outcome.output.hasSuffix(#""values": {"quiet": "on", "ssl_verify": false}}"# + "\n"), "\(outcome.output)")
    }

    @Test(arguments: [("site.yml", "site.yml"), ("~/.condarc", "HOME/.condarc")])
    func `get takes the name of a file for one, as a shell would have given it`(word: String, path: String) throws {
        #expect(
            try ToolHome().run(["get", word]).errors
                == "condarc-tool: error: '\(word)' is no key, but the name of a file\n"
                + "  hint: condarc-tool get --file \(path)\n")
    }

    @Test func `get says that a file, or a key in it, is not there`() throws {
        let home = try ToolHome()
        let missing = "condarc-tool: note: there is no file HOME/.condarc\n"
        #expect(home.run(["get"]) == .init(status: .success, output: "", errors: missing))
        #expect(home.run(["get", "--quiet"]) == .init(status: .success, output: "", errors: ""))
        #expect(
            home.run(["get", "quiet"])
                == .init(
                    status: .negative, output: "",
                    errors: missing + "condarc-tool: note: 'quiet' is not set in HOME/.condarc\n"))
        #expect(home.run(["get", "quite"]).status == .badData)
    }
}
