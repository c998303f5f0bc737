import Testing

@testable import CondaCredentials

/// Which element of `channel_settings` counts, for conda and, anew, for anaconda-auth.
@Suite struct ChannelSettingTests {
    private func settings(_ channels: [String]) -> [ChannelSetting] {
        channels.map { ChannelSetting(channel: $0, auth: "Anaconda-Auth", source: "/c") }
    }

    private func request(
        _ name: String, scheme: String = "https", location: String = "h.example", channel: String = "a",
        token: String? = nil
    ) -> ChannelRequest {
        ChannelRequest(
            canonicalName: name, scheme: scheme, auth: nil, location: location, token: token, name: channel)
    }

    @Test(arguments: [
        ("https://h.example/*", true), ("http://h.example/*", false), ("h.example/*", false), ("*", false),
        ("https://h.example/a", true), ("https://h.example/a/", false), ("https://h.example/a/*", true),
        ("https://h.example/b*", false), ("https://*.example/[a-c]/noarch", true), ("HTTPS://h.example/*", false),
        ("https://H.example/*", true), ("https://h.example:443/*", false), ("https://h.example/?", false),
        ("https://h.example/A/*", false),
    ])
    func `a setting counts for a channel by name or by pattern with the same scheme`(channel: String, counts: Bool)
        throws
    {
        let found = try ChannelSetting.decidingIndex(in: settings([channel]), for: request("https://h.example/a"))
        #expect((found != nil) == counts)
    }

    @Test(
        arguments: [
            ("conda-forge", ["conda-forge"], 0), ("conda-forge", ["Conda-Forge"], nil), ("defaults", ["def*"], nil),
            ("https://h.example/a", ["https://h.example/*", "https://h.example/a", "https://other/*"], 1),
            ("https://h.example/a", ["https://h.example/a", "https://h.example/*"], 1),
            ("https://h.example/a", [], nil),
        ] as [(String, [String], Int?)])
    func `the last that fits decides`(name: String, channels: [String], index: Int?) throws {
        #expect(try ChannelSetting.decidingIndex(in: settings(channels), for: request(name)) == index)
    }

    @Test func `a pattern is held against the path with token and platform`() throws {
        let made = request("https://h.example/a", location: "h.example:8443/conda", token: "made-up")
        let channels = ["https://h.example:8443/conda/t/made-up/a/noarch", "https://h.example:8443/conda/a/*"]
        #expect(try ChannelSetting.decidingIndex(in: settings(channels), for: made) == 0)
    }

    @Test(
        arguments: [
            ("https://h.example/a", ["https://h.example/*"], 0), ("https://h.example/a", ["https://h.example/a/"], 0),
            // No platform, no lower case of the host, and only for a URL.
            ("https://h.example/a", ["https://h.example/a/noarch"], nil),
            ("https://h.example/a", ["https://H.example/*"], nil),
            ("conda-forge", ["conda-forge"], nil), ("defaults", ["https://h.example/*"], nil),
            ("https://h.example/a", ["https://h.example/*", "https://h.example/a", "http://h.example/*"], 1),
            ("https://h.example/a", ["https://h.example:x/*"], nil),
        ] as [(String, [String], Int?)])
    func `anaconda-auth looks anew, by the canonical name alone`(name: String, channels: [String], index: Int?) throws {
        let found = try ChannelSetting.extras(in: settings(channels), for: name)
        #expect(found?.channel == index.map { channels[$0] })
    }

    @Test(arguments: ["https://h.example:*/x", "https://[h/x", "https://h[12].example/*", "https:///x"])
    func `one that cannot be read stops conda, and is named`(channel: String) {
        let error = #expect(throws: ChannelSetting.Unreadable.self) {
            try ChannelSetting.decidingIndex(in: settings(["https://h.example/a", channel]), for: request("x"))
        }
        #expect(error?.setting.channel == channel)
    }

    @Test(arguments: [
        ("Anaconda-Auth", "anaconda-auth"), (" anaconda-auth\n", "anaconda-auth"), ("", nil), (" ", nil), (nil, nil),
    ])
    func `a handler's name is trimmed and lower case`(auth: String?, handler: String?) {
        #expect(ChannelSetting(channel: "*", auth: auth, source: "/c").handler == handler)
    }
}
