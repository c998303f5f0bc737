import Testing

@testable import Condarc

@Suite struct InvalidValueRuleTests {
    @Test(arguments: [
        (
            "channels: [stable]\nchannel_alias: conda.example.org\n",
            """
            2:16-2:33: error: channel_alias: 'conda.example.org' has no scheme
              hint: write a whole URL, such as https://conda.example.org
            """
        ),
        (
            "default_python: '5.0' # soon\n",
            """
            1:17-1:22: error: default_python: '5.0' is no version of Python
              hint: write, for example, 3.12, or ''
            """
        ),
        // What conda stops at when it makes channels of right values.
        (
            "channels:\n  - conda-forge\n  - https://conda.example.org:99999/stable\n",
            """
            3:5-3:43: error: channels: conda stops at this channel: the port of a URL is a number up to 65535
              hint: correct the URL, or take the channel out
            """
        ),
    ])
    func `the value is told, and why conda refuses it`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            ("default_python: '5.0'\nlist_fields: [name, nome]\n", ["1:17 invalid-value", "2:14 invalid-value"]),
            ("default_python: 3\n", ["1:17 invalid-value"]),
            ("default_python: '3.12'\nlist_fields: [name, version]\n", []),
            ("default_python: ''\nchannel_alias: ''\nlist_fields: []\n", []),
            ("custom_channels: {x: 'https://h.example:port'}\n", ["1:22 invalid-value"]),
            ("denylist_channels: [x]\nchannel_alias: 'https://h.example:443'\n", []),
        ] as [(String, [String])])
    func `what is right by its type alone is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(arguments: [
        ("channel_alias: https:/conda.example.org # ours\n", "channel_alias: https://conda.example.org # ours\n"),
        ("channel_alias: conda.example.org\n", nil), ("default_python: '5.0'\n", nil),
    ])
    func `a slash that is missing is written`(text: String, after: String?) throws {
        #expect(try CheckingText().repaired(text) == after ?? text)
    }
}
