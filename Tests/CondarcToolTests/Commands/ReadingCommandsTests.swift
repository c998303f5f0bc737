import CommandLineKit
import Testing

@Suite struct ReadingCommandsTests {
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
        #expect(outcome.errors == "condarc-tool: warning: conda has no parameter 'unknown'\n")
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

    @Test func `diff compares meaning, not layout`() throws {
        let home = try ToolHome(condarc: "channels: [a, b]\nyes: on\n# note\n")
        try home.write("always_yes: true\nchannels:\n- a\n- 'b'\n", to: "same.yml")
        try home.write("channels:\n- b\nquiet: true\n", to: "other.yml")
        #expect(
            home.run(["diff", "HOME/.condarc", "HOME/same.yml"]) == .init(status: .success, output: "", errors: ""))
        let json = home.run(["diff", "HOME/.condarc", "HOME/other.yml", "--json"])
        #expect(json.status == .negative)
        #expect(
            json.output == #"{"schema": 1, "differ": true, "differences": [{"key": "always_yes", "a": true}, "#
                + #"{"key": "channels", "a": ["a", "b"], "b": ["b"]}, {"key": "quiet", "b": true}]}"# + "\n")
        #expect(home.run(["diff", "HOME/.condarc", "-"], input: "channels: [a]\n").output.contains("\n-  - b\n"))
    }

    @Test func `a flag is part of the meaning, another comment is not`() throws {
        let home = try ToolHome(condarc: "channels:\n  - a  #!top\n  - b\nquiet: true #!final\n")
        try home.write("channels:\n  - a  # my own\n  - b\nquiet: true #!final\n", to: "other.yml")
        let text = home.run(["diff", "HOME/.condarc", "HOME/other.yml"])
        #expect(text.status == .negative)
        #expect(text.output.hasSuffix("\n channels:\n-  - a  #!top\n+  - a\n   - b\n"), "\(text.output)")
        let json = home.run(["diff", "HOME/.condarc", "HOME/other.yml", "--json"])
        #expect(json.output.contains(#""a": ["a", "b"], "a_flags": [{"of": "a", "flag": "top"}], "b": ["a", "b"]}"#))
    }

    @Test func `paths lists the places of the search path and the files in them`() throws {
        let home = try ToolHome(condarc: "quiet: true\n")
        let outcome = home.run(["paths", "--json"], environment: ["CONDARC": "HOME/not-there.yml"])
        #expect(
            outcome.output.contains(#"{"place": "~/.condarc", "path": "HOME/.condarc", "files": ["HOME/.condarc"]}"#))
        #expect(outcome.output.contains(#"{"place": "$CONDARC", "path": "HOME/not-there.yml", "files": []}"#))
        #expect(home.run(["paths"]).output.hasPrefix("* user         HOME/.condarc\n"))
        #expect(home.run(["paths"]).output.contains("places where nothing is: -v\n"))
        #expect(home.run(["paths", "-v"]).output.contains("  system       /etc/conda/.condarc  (not there)\n"))
        #expect(
            home.run(["paths", "--platform", "windows"]).output.hasPrefix(
                "  system       C:/ProgramData/conda/.condarc\n"))
    }
}
