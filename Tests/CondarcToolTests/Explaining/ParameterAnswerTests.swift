import CommandLineKit
import Testing

@Suite struct ParameterAnswerTests {
    private func explain(_ arguments: String..., environment: [String: String] = [:]) throws -> ToolHome.Outcome {
        try ToolHome(condarc: ExplainCommandTests.condarc).run(["explain"] + arguments, environment: environment)
    }

    @Test func `a final flag names the line that cuts stronger sources off`() throws {
        let outcome = try explain("channel_priority", environment: ["CONDA_CHANNEL_PRIORITY": "disabled"])
        #expect(
            outcome
                == .init(
                    status: .success,
                    output: """
                        channel_priority
                          strict  # HOME/.condarc:4

                        What the sources say, weakest first:
                          HOME/.condarc:4  strict  #!final  <- counts
                          $CONDA_CHANNEL_PRIORITY  disabled  (does not count: HOME/.condarc:4 is final)

                        """, errors: ""))
    }

    @Test func `each item of a list has its place, and a duplicate names the one that counts`() throws {
        let outcome = try explain("channels", environment: ["CONDA_CHANNELS": "new,conda-forge"])
        #expect(
            outcome.output == """
                channels
                  1. new  # $CONDA_CHANNELS
                  2. conda-forge  # $CONDA_CHANNELS
                  3. acme/label/dev  # HOME/.condarc:3

                What the sources say, weakest first:
                  HOME/.condarc:1
                    - conda-forge  ($CONDA_CHANNELS has it, too, and counts)
                    - acme/label/dev
                  $CONDA_CHANNELS
                    - new
                    - conda-forge

                """)
    }

    @Test(arguments: [
        ("", "No source sets it."),
        ("proxy_servers: {http: p}\n", "http: p  # HOME/.condarc:1"),
        ("proxy_servers: [a]\n", "conda stops here: see above"),
    ])
    func `what a source says, and whether it counts, is told`(condarc: String, text: String) throws {
        #expect(try ToolHome(condarc: condarc).run(["explain", "proxy_servers"]).output.contains(text))
    }

    @Test func `a stronger source overrides a single value, and both are named`() throws {
        let home = try ToolHome(condarc: "ssl_verify: true\n")
        let outcome = home.run(["explain", "ssl_verify"], environment: ["CONDA_SSL_VERIFY": "truststore"])
        #expect(outcome.output.contains("  HOME/.condarc:1  true  (overridden by $CONDA_SSL_VERIFY)\n"))
        #expect(outcome.output.contains("  $CONDA_SSL_VERIFY  truststore  <- counts\n"))
        let json = home.run(["explain", "ssl_verify", "--json"], environment: ["CONDA_SSL_VERIFY": "truststore"]).output
        #expect(
            json.contains(#""fate": "overridden", "by": {"source": "$CONDA_SSL_VERIFY", "line": null, "column": null}"#)
        )
        #expect(json.contains(#""default": true"#))
    }

    @Test func `no form of the answer has a secret`() throws {
        for arguments in [["proxy_servers"], ["proxy_servers", "--json"], ["proxy_servers.https", "--json"]] {
            let outcome = try ToolHome(condarc: ExplainCommandTests.condarc).run(["explain"] + arguments)
            #expect(outcome.output.contains("proxy.example.org") && !outcome.output.contains("made-up"))
        }
        #expect(try explain("proxy_servers", "--reveal").output.contains("made-up-password"))
    }
}
