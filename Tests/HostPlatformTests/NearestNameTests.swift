import Testing

@testable import HostPlatform

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("chanels", "channels"), ("channel_prioritty", "channel_priority"), ("hcannels", "channels"),
        ("proxy", "proxy_servers"), ("xyz", nil), ("CHANNELS", "channels"), ("x", nil), ("", nil), ("channels", nil),
    ])
    func `the nearest name is the one that was meant`(given: String, expected: String?) {
        #expect(NearestName.of(given, among: ["channels", "channel_priority", "proxy_servers", "quiet"]) == expected)
    }

    @Test func `a single letter is near to nothing`() {
        #expect(NearestName.of("*", among: ["a"]) == nil)
        #expect(NearestName.of("abc", among: ["ab"]) == "ab")
    }

    @Test(arguments: [
        ("blacklist_channels", "denylist_channels"), ("whitelist_channel", "allowlist_channels"),
        ("black_list", "denylist_channels"), ("blocklist", "denylist_channels"), ("white-list", "allowlist_channels"),
    ])
    func `an old word for a list is never taken for its opposite`(given: String, expected: String) {
        #expect(NearestName.of(given, among: ["allowlist_channels", "denylist_channels"]) == expected)
    }

    @Test(arguments: [("abc", "abc", 0), ("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("ca", "abc", 3)])
    func `swapped neighbours count as one`(a: String, b: String, distance: Int) {
        #expect(NearestName.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == distance)
    }
}
