import CommandLineKit
import Testing

@Suite struct CondaConfigRunTests {
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
