import LosslessYAML
import Testing

@testable import Condarc

@Suite struct UnknownSchemeRuleTests {
    @Test func `what conda cannot use is told, and what to write`() throws {
        let text = "channels:\n  - https:/conda.example.org/stable # ours\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:5-2:36: warning: channels: two slashes are due behind 'https:'
                  hint: write https://conda.example.org/stable
                """)
    }

    @Test func `each place of a URL is looked at`() throws {
        let text = """
            channels: ['https:/h/a']
            channel_alias: htps://h
            custom_channels: {a: 'https//h', https://h/x: b}
            custom_multichannels: {m: ['sftp://h/a']}
            proxy_servers: {http: 'ftp://h'}

            """
        let places = try CheckingText(select: ["unknown-scheme"]).places(text).filter { $0.hasSuffix("unknown-scheme") }
        #expect(places.map { $0.prefix { $0 != " " } } == ["1:12", "2:16", "3:22", "3:47", "4:28", "5:23"])
    }

    @Test func `the second slash is written where only that is meant`() throws {
        let text = "channels:\n  - https:/h.example/a # mine\n  - file:/a\n  - htps://h/a\n"
        let after = text.replacing("https:/h", with: "https://h")
        #expect(try CheckingText(select: ["unknown-scheme"]).repaired(text) == after)
    }
}
