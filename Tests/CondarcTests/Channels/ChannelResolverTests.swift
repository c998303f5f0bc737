import CondaURL
import Testing

@testable import Condarc

@Suite struct `Channels` {
    private static let settings = """
        channel_alias: https://u:pw@mirror.example:8443/t/tk-1/conda
        custom_channels:
          lab: https://pkgs.example/base
          lab/sub: file:///srv
        custom_multichannels:
          both: [lab, https://other.example/x]
        migrated_channel_aliases: [https://old.example]
        migrated_custom_channels:
          lab: https://former.example/place
        """

    private func resolver() throws -> ChannelResolver {
        let facts = MachineFacts(root: "/base", rootIsWritable: true, platform: "linux-64") { _ in false }
        let configuration = Configuration.made(["/home/u/.condarc": Self.settings])
        return try EffectiveConfiguration(configuration, facts: facts).channelResolver()
    }

    @Test(arguments: [
        ("conda-forge", ChannelResolver.Rule.channelAlias, ["https://mirror.example:8443/conda/conda-forge"]),
        ("lab", .customChannel("lab"), ["https://pkgs.example/base/lab"]),
        ("lab/main", .customChannel("lab"), ["https://pkgs.example/base/lab/main"]),
        ("lab/sub", .customChannel("lab/sub"), ["file:///srv/lab/sub"]),
        ("both", .multichannel("both"), ["https://mirror.example:8443/conda/lab", "https://other.example/x"]),
        (
            "defaults", .multichannel("defaults"),
            ["https://repo.anaconda.com/pkgs/main", "https://repo.anaconda.com/pkgs/r"]
        ),
        ("https://free.example/a/b", .url, ["https://free.example/a/b"]),
        ("https://free.example/conda/b", .url, ["https://free.example/conda/b"]),
        ("https://old.example/x/linux-64", .migratedAlias("old.example"), ["https://mirror.example:8443/conda/x"]),
        ("https://former.example/place/lab", .migratedCustomChannel("lab"), ["https://pkgs.example/base/lab"]),
        ("https://mirror.example:8443/conda/z", .channelAlias, ["https://mirror.example:8443/conda/z"]),
        ("https://x.example/p/foo-1-0.conda", .url, ["https://x.example/p"]),
        ("https://x.example", .url, ["https://x.example"]),
        ("http://pkgs.example/base/lab/k", .customChannel("lab"), ["http://pkgs.example/base/lab/k"]),
        ("pkgs/main", .customChannel("pkgs/main"), ["https://repo.anaconda.com/pkgs/main"]),
        ("~/x y", .path, ["file:///home/u/x y"]), ("file:///srv/a/b", .url, ["file:///srv/a/b"]),
        ("/srv/local", .path, ["file:///srv/local"]), ("<unknown>", .unknown, []),
        ("~bob/c", .path, ["file:///users/bob/c"]),
        ("/srv/https://h", .channelAlias, ["https://mirror.example:8443/conda/srv/https://h"]),
    ])
    func `a name or URL becomes the URLs that conda makes of it`(
        _ value: String, _ rule: ChannelResolver.Rule, _ urls: [String]
    ) throws {
        let resolution = try resolver().resolve(value)
        #expect(resolution.rule == rule)
        #expect(resolution.baseURLs == urls)
    }

    @Test func `credentials of the alias go along, those of a URL win`() throws {
        let named = try #require(try resolver().resolve("conda-forge").channels.first)
        #expect(named.auth == "u:pw")
        #expect(named.token == "tk-1")
        let other = try #require(
            try resolver().resolve("https://a:b@mirror.example:8443/t/xy/conda/z/noarch").channels.first)
        #expect([other.auth, other.token, other.platform, other.name] == ["a:b", "xy", "noarch", "z"])
    }

    @Test func `an IPv6 address stops conda where former custom channels are compared`() throws {
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64") { _ in false }
        func problem(_ text: String) throws -> Bool {
            let effective = EffectiveConfiguration(Configuration.made(["/home/u/.condarc": text]), facts: facts)
            return try effective.channelResolver().resolve("https://[::1]:8080/c").problem != nil
        }
        #expect(try !problem("channels: [a]\n"))
        #expect(try problem("migrated_custom_channels: {a: https://h.example/c}\n"))
    }

    @Test(
        arguments: [
            ("https://h.example/%41%C3%A9", "", nil), ("https://h.example/%4x%", "", nil),
            ("https://h.example/%41é", "", .percent), ("https://h.example/%FF", "", .percent),
            ("https://h.example/a", "migrated_custom_channels: {a: 'https://[::1]:8080'}\n", .port),
        ] as [(String, String, URLParts.Problem?)])
    func `conda stops at some URLs`(_ url: String, _ settings: String, _ problem: URLParts.Problem?) throws {
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64") { _ in false }
        let effective = EffectiveConfiguration(Configuration.made(["/home/u/.condarc": settings]), facts: facts)
        #expect(try effective.channelResolver().resolve(url).problem == problem)
    }

    @Test(arguments: [
        "", "custom_channels: {lab: https://pkgs.example/base, 'a%zz': https://h.example}\n",
        "custom_multichannels: {both: [lab, https://other.example/x]}\n",
        "migrated_custom_channels: {a: 'https://[::1]:8080'}\n",
    ])
    func `why conda stops at a text is known without what it stands for`(_ settings: String) throws {
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64") { _ in false }
        let effective = EffectiveConfiguration(Configuration.made(["/home/u/.condarc": settings]), facts: facts)
        let resolver = try effective.channelResolver()
        let texts = [
            "", "a", "lab", "both", "lab/main", "a.b/c_d-e", "https://h.example/a/linux-64", "https://h:99999/a",
            "https://[::1/a", "https://h/%FF\u{E9}", "h:x/a", "x://", "/a", "./a", "a/%FF\u{E9}",
            "https://h.example/a%zz/b",
            "https://h.example", "http:/h", "a-1-0.conda",
        ]
        for text in texts { #expect(resolver.problem(with: text) == resolver.resolve(text).problem, "\(text)") }
    }
}
