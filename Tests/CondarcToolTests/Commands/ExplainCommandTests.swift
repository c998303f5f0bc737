import CommandLineKit
import Testing

@Suite struct ExplainCommandTests {
    static let condarc = """
        channels:
          - conda-forge
          - acme/label/dev
        channel_priority: strict  #!final
        proxy_servers:
          https: https://kim:made-up-password@proxy.example.org
        custom_channels:
          acme: https://conda.acme.example
        custom_multichannels:
          all: [conda-forge, acme]
        default_channels:
          - https://mirror.example/main
        denylist_channels: [evil]
        migrated_channel_aliases:
          - https://old.example
        migrated_custom_channels:
          acme: https://former.example/conda
        channel_settings:
          - channel: https://mirror.example/*
            auth: anaconda-auth
        plugins:
          some: {thing: 1}

        """

    private func explain(_ arguments: String..., environment: [String: String] = [:]) throws -> ToolHome.Outcome {
        try ToolHome(condarc: Self.condarc).run(["explain"] + arguments, environment: environment)
    }

    @Test(arguments: [
        ("evil", "denied by denylist_channels  # HOME/.condarc:13"),
        ("acme/label/dev", "in channels, number 2 of 2  # HOME/.condarc:3"),
        ("other", "not among channels"),
        ("defaults", "channel_settings of https://mirror.example/*: auth: anaconda-auth  # HOME/.condarc:19"),
        ("acme/osx-64", "  https://conda.acme.example/acme/osx-64\n  https://conda.acme.example/acme/noarch\n"),
        ("https://conda.anaconda.org/t/made-up-token-4321/x", "https://conda.anaconda.org/t/…4321/x is a channel"),
        ("proxy_servers.https", "  https://kim:…word@proxy.example.org  # HOME/.condarc:6"),
        ("plugins.some.thing", "  HOME/.condarc:22  1\n"),
        ("offline", "No source sets it."),
    ])
    func `the text says what counts, and no secret`(_ argument: String, _ expected: String) throws {
        let outcome = try explain(argument)
        #expect(outcome.output.contains(expected), "\(outcome.output)")
        #expect(!outcome.output.contains("made-up"))
    }

    @Test func `a word that may be a misspelt parameter is said to be taken for a channel`() throws {
        let outcome = try explain("channel_prioriti")
        #expect(outcome.status == .success)
        #expect(outcome.errors.contains("did you mean 'channel_priority'?"))
        #expect(try explain("local").errors == "")
        #expect(try explain("--channel", "channels").output.hasPrefix("channels is a channel"))
    }

    @Test func `a wrong value and a broken source are named`() throws {
        let wrong = try ToolHome(condarc: "channel_priority: nope\n").run(["explain", "channel_priority"])
        #expect(wrong.status == .badData)
        #expect(wrong.errors.contains("HOME/.condarc:1:19"))
        let broken = try ToolHome(condarc: "channels: [\n").run(["explain", "channels"])
        #expect(broken.status == .badData)
        #expect(broken.errors.contains("HOME/.condarc:2:1"))
        #expect(try explain("offline.x").status == .badData)
        for argument in ["channels", "bioconda", "plugins.x"] {
            let json = try ToolHome(condarc: "channels: [\n").run(["explain", "--json", argument])
            #expect(json.output.contains(#""error": {"code": "syntax", "message": "#), "\(argument)")
        }
        let typed = try ToolHome(condarc: "channel_priority: nope\n").run(["explain", "--json", "channel_priority"])
        #expect(typed.output.contains(#""error": {"code": "invalid", "message": "#))
    }

    @Test func `a channel that many use is not taken for a slip of itself`() throws {
        let outcome = try ToolHome().run(["explain", "conda-forge"])
        #expect(outcome.status == .success && outcome.errors == "")
    }

    @Test(arguments: ["--prefix", "--root"])
    func `a directory that is not there is named`(option: String) throws {
        let outcome = try ToolHome(condarc: "").run(["explain", "channels", option, "HOME/nowhere"])
        #expect(outcome.errors.contains("there is no directory HOME/nowhere: nothing of \(option) counts"))
    }
}
