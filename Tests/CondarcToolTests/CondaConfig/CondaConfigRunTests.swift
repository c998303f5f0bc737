import CommandLineKit
import Testing

@Suite struct CondaConfigRunTests {
    @Test(arguments: [
        ("quiet: true\n", "quiet: true\nchannel_settings: []\n"), ("channel_settings: []\n", "channel_settings: []\n"),
        ("channel_settings:\n- channel: a\n  auth: b\nquiet: true\n", "channel_settings: []\nquiet: true\n"),
        ("channel_settings:\n  # mine\n  - channel: a\n  - {channel: b}  # two\n", "channel_settings: []\n"),
        ("channel_settings: [{channel: a}]\n", "channel_settings: []\n"),
    ])
    func `a list of maps is cleared as any other`(condarc: String, cleared: String) throws {
        for call in [["config", "--clear"], ["clear"]] {
            let home = try ToolHome(condarc: condarc)
            let outcome = home.run(call + ["channel_settings"])
            #expect(outcome.status == .success, "\(outcome)")
            #expect(home.text()?.replacing("  # mine\n", with: "") == cleared)
        }
    }

    /// Text of a file is no line of the output's own, also where that is a file or pipe.
    @Test func `values with line breaks and hidden characters are quoted`() throws {
        let home = try ToolHome(
            condarc: """
                channels: ["x\\n#[error]pwn\\e[31m", "a\\u202eb\\u200bc"]
                custom_channels: {"a\\nb": "c\\rd"}
                custom_multichannels: {lab: ["y\\n#[error]pwn"]}

                """)
        for call in [
            ["config", "--show"], ["config", "--show-sources"], ["config", "--get"], ["show"], ["show", "--flat"],
            ["show", "--origin"], ["sources"], ["get"], ["config", "--json", "--show", "channels", "custom_channels"],
        ] {
            let outcome = home.run(call)
            let text = outcome.output + outcome.errors
            #expect(text.contains("pwn"), "\(call)")
            #expect(!text.contains("\n#[error]"), "\(call)")
            #expect(
                text.unicodeScalars.allSatisfy {
                    $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" && $0 != "\u{200B}"
                }, "\(call)")
        }
        let shown = home.run(["config", "--show", "channels", "custom_channels", "custom_multichannels"]).output
        #expect(shown.hasPrefix("channels:\n  - \"x\\n#[error]pwn\\u001b[31m\"\n  - \"a\\u202eb\\u200bc\"\n"))
        #expect(shown.contains("\n  \"a\\nb\": https://c"))
        #expect(shown.contains("\n  lab: \n    - \"https://conda.anaconda.org/y\\n#[error]pwn\"\n"), "\(shown)")
    }

    @Test func `a point in a name is a step into a map, as for conda`() throws {
        let condarc = "proxy_servers:\n  https://h.example: http://p\nconda_build:\n  a: {b: 1, c: 2}\n"
        let home = try ToolHome(condarc: condarc)
        for call in [
            ["--set", "proxy_servers.https://h.example", "http://q"], ["--set", "custom_channels.b.c", "https://x"],
            ["--remove-key", "proxy_servers.https://h.example"],
        ] {
            #expect(home.run(["config"] + call).status == .negative, "\(call)")
        }
        #expect(home.text() == condarc)
        #expect(home.run(["config", "--remove-key", "conda_build.a.b"]).status == .success)
        #expect(home.text()?.contains("a: {c: 2}") == true)
        #expect(home.run(["set", "proxy_servers.https://h.example", "http://q"]).status == .success)
    }

    @Test func `options of several lists in turn leave each list as they would alone, and warn in their order`() throws
    {
        let home = try ToolHome(condarc: "channels:\n  - a\nenvs_dirs:\n  - /e\n")
        let outcome = home.run([
            "config", "--add", "channels", "b", "--add", "envs_dirs", "/e", "--add", "channels", "a", "--add",
            "envs_dirs", "/f",
        ])
        #expect(
            outcome
                == .init(
                    status: .success, output: "",
                    errors: """
                        Warning: '/e' already in 'envs_dirs' list, moving to the top
                        Warning: 'a' already in 'channels' list, moving to the top

                        """))
        #expect(
            home.text() == """
                channels:
                  - a
                  - b
                envs_dirs:
                  - /f
                  - /e

                """)
    }

    @Test(arguments: [
        (["--set", "quiet", "yes", "--set", "quiet.x", "1"], "'quiet' is no map"),
        (
            ["--remove", "channels", "x", "--remove", "envs_dirs", "/e", "--remove", "channels", "y"],
            "'x' is not there"
        ),
        (
            ["--remove", "envs_dirs", "/e", "--remove", "channels", "a", "--remove", "envs_dirs", "/e"],
            "'/e' is not there"
        ),
        (["--remove-key", "channels", "--remove-key", "channels"], "'channels' is not set"),
        (["--set", "quiet", "no", "--set", "no_such", "1", "--set", "quiet.x", "1"], "'no_such': unknown parameter"),
    ])
    func `the error is that of the first option that fails, and nothing is changed`(
        options: [String], message: String
    ) throws {
        let text = "channels:\n  - a\nenvs_dirs:\n  - /e\n"
        let home = try ToolHome(condarc: text)
        let outcome = home.run(["config"] + options)
        #expect(outcome.status == .negative)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(home.text() == text)
    }
}
