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
}
