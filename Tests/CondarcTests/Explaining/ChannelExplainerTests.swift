import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ChannelExplainerTests {
    @Test(arguments: [
        "custom_multichannels: {m: ['https://[::1]:8080/a']}\n", "default_channels: ['https://[::1]:8080/a']\n",
        "default_channels: 1\ncustom_multichannels: {defaults: [a]}\n",
        "denylist_channels: ['https://h:x/a']\n", "allowlist_channels: ['https://h:99999/a']\n",
    ])
    func `conda stops for every channel at some settings`(_ settings: String) {
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64") { _ in false }
        let effective = EffectiveConfiguration(Configuration.made(["/home/u/.condarc": settings]), facts: facts)
        #expect(throws: CondarcProblems.self) { try effective.explanation(ofChannel: "conda-forge") }
    }

    private func explanation(_ settings: String, _ channel: String) throws -> ChannelExplanation {
        let configuration = Configuration.made(["/home/u/.condarc": settings])
        return try EffectiveConfiguration(configuration, facts: CheckingText.facts).explanation(ofChannel: channel)
    }

    @Test(
        arguments: [
            ("", "a", "channel_alias", nil), ("channel_alias: https://h\n", "a", "channel_alias", 1),
            ("", "defaults", "default_channels", nil), ("", "local", "bld_path", nil),
            ("custom_channels: {a: https://h}\n", "a/b", "custom_channels", 1),
            ("custom_multichannels: {m: [a]}\n", "m", "custom_multichannels", 1),
            ("x: 1\ncustom_multichannels:\n  m: [a]\n", "a", "custom_multichannels", 3),
            ("", "https://h.example/a", nil, nil), ("", "/a", nil, nil),
        ] as [(String, String, String?, Int?)])
    func `what decided about a name is told with its line`(
        settings: String, channel: String, parameter: String?, line: Int?
    ) throws {
        let decision = try explanation(settings, channel).decision
        #expect(decision?.parameter == parameter)
        #expect(decision?.origin.line == line)
    }

    @Test(arguments: [
        ("https://h/t/made-up/a", "", "given"),
        ("a", "channel_alias: https://h/t/made-up\n", "setting(\"channel_alias\")"), ("a", "", "client"),
        ("a", "add_anaconda_token: false\n", "none"),
        ("a", "channel_settings: [{channel: a, auth: x}]\n", "none"), ("/a", "", "none"),
    ])
    func `where the token comes from that a request has`(channel: String, settings: String, source: String) throws {
        #expect(try explanation(settings, channel).channels.first.map { "\($0.tokenSource)" } == source)
    }

    @Test func `a bad value is met only where conda looks at it`() throws {
        let settings = "add_anaconda_token: perhaps\n"
        #expect(throws: CondarcProblems.self) { try explanation(settings, "a") }
        #expect(try explanation(settings, "/a").channels.count == 1)
        #expect(throws: CondarcProblems.self) { try explanation("", "https://h:x/a") }
    }

    @Test(arguments: [("a/osx-64", ["osx-64", "noarch"]), ("a/noarch", ["noarch"]), ("a", ["linux-64", "noarch"])])
    func `a platform in the name is asked for, and noarch with it`(channel: String, platforms: [String]) throws {
        let urls = try explanation("", channel).channels.first?.urls ?? []
        #expect(urls.map { $0.split(separator: "/").last.map(String.init) } == platforms)
    }
}
