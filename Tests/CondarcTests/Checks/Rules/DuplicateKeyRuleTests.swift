import Testing

@testable import Condarc

@Suite struct DuplicateKeyRuleTests {
    @Test(arguments: [
        (
            "channels:\n  - conda-forge\nssl_verify: true\nchannels:\n  - bioconda\n",
            """
            4:1-4:9: error: the key 'channels' stands here a second time
              hint: put the items of both together at line 1, and take line 4 away with its items
              1:1: the first one
            """
        ),
        (
            "# mine\nssl_verify: true\n'ssl_verify': truststore\n",
            """
            3:1-3:13: error: the key 'ssl_verify' stands here a second time
              hint: keep one of them: line 2 has the other
              2:1: the first one
            """
        ),
    ])
    func `the first one is told, and what becomes of both`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            ("proxy_servers:\n  http: a\n  http: b\n", ["3:3 duplicate-key"]),
            ("offline: true\noffline: true\noffline: true\n", ["2:1 duplicate-key", "3:1 duplicate-key"]),
            ("channel_settings: [{channel: a, channel: b, auth: c}]\n", ["1:33 duplicate-key"]),
            ("plugins: {a: {b: 1, b: 2}}\n", ["1:21 duplicate-key"]),
            ("proxy_servers: {http: a}\nplugins: {http: b}\n", []),
            // What a map takes over from another one, its own key replaces.
            ("plugins:\n  a: &a {b: 1}\n  c: {<<: *a, b: 2}\n", []),
        ] as [(String, [String])])
    func `a key is looked for in its own map`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test func `nobody knows which of two is meant`() throws {
        let text = "ssl_verify: true\nssl_verify: true\n"
        #expect(try CheckingText().repaired(text) == text)
    }
}
