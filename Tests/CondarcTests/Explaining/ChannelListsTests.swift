import Testing

@testable import Condarc

@Suite struct ChannelListsTests {
    @Test func `of a pattern in channel_settings what begins with a question mark is cut off`() throws {
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64") { _ in false }
        let settings = "channel_settings: [{channel: 'https://h.example/*?x', auth: a}]\n"
        let effective = EffectiveConfiguration(Configuration.made(["/home/u/.condarc": settings]), facts: facts)
        #expect(try effective.explanation(ofChannel: "https://h.example/c").channels.first?.settings != nil)
        #expect(try effective.explanation(ofChannel: "http://h.example/c").channels.first?.settings == nil)
    }

    @Test func `allowlist and denylist are asked by URL`() {
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64") { _ in false }
        for lists in ["allowlist_channels: [other]", "denylist_channels: ['https://conda.anaconda.org/bad']"] {
            let configuration = Configuration.made(["/home/u/.condarc": "channels: [bad]\n\(lists)\n"])
            let effective = EffectiveConfiguration(configuration, facts: facts)
            #expect(throws: CondarcProblems.self) {
                try effective.shown(#require(ParameterTable.parameter(named: "channels")))
            }
        }
    }

    private func account(_ settings: String, _ channel: String = "a") throws -> ChannelExplanation.ChannelAccount? {
        let configuration = Configuration.made(["/home/u/.condarc": settings])
        let effective = EffectiveConfiguration(configuration, facts: CheckingText.facts)
        return try effective.explanation(ofChannel: channel).channels.first
    }

    @Test(
        arguments: [
            ("channels: [b, a]\n", 2), ("channels: [b, 'https://conda.anaconda.org/a', a]\n", 2),
            ("channels: [b]\n", nil), ("channels: [m]\ncustom_multichannels: {m: [b, a]}\n", 1),
        ] as [(String, Int?)])
    func `a channel's place is that of the first item that stands for its URL`(settings: String, position: Int?) throws
    {
        #expect(try account(settings)?.place?.position == position)
    }

    @Test(arguments: [
        ("denylist_channels: [a]\n", "denied"), ("denylist_channels: [b]\n", "allowed"),
        ("allowlist_channels: [b]\n", "notListed"), ("allowlist_channels: [b, a]\n", "allowed"),
        ("allowlist_channels: []\n", "allowed"), ("allowlist_channels: [a]\ndenylist_channels: [a]\n", "denied"),
    ])
    func `a list that names channels lets those alone pass, and one that denies goes before it`(
        settings: String, admission: String
    ) throws {
        #expect(try account(settings).map { "\($0.admission)".prefix { $0 != "(" } } == admission[...])
    }

    @Test func `of the settings of a channel the last counts, by name or by pattern`() throws {
        let settings =
            "channel_settings:\n  - {channel: a, auth: x}\n  - {channel: 'https://conda.anaconda.org/*', auth: y}\n  - {channel: '*', auth: z}\n"
        #expect(try account(settings)?.settings?.origin.line == 3)
        #expect(try account(settings, "https://h.example/b")?.settings == nil)
    }
}
