import Testing

@testable import Condarc

@Suite struct UnreadableValueRuleTests {
    @Test(arguments: [
        (
            "channels: [conda-forge]\nexclude_newer: 2026-01-31 # frozen\n",
            """
            2:16-2:26: error: conda cannot read a date, and stops at any file that holds one
              hint: put it between quotes
            """
        ),
        (
            "ssl_verify:\ttruststore\n",
            """
            1:12-1:13: error: conda cannot read a tab here, and leaves the whole file out
              hint: put a space in its place
            """
        ),
        (
            "default_python: !!str 3.10\n",
            """
            1:17-1:22: error: conda cannot read the tag !!str, and stops at any file that holds one
              hint: write the value without a tag
            """
        ),
        (
            "channel_alias: !final https://conda.example.org\n",
            """
            1:16-1:22: error: conda cannot read the tag !final, and stops at any file that holds one
              hint: a flag stands in a comment: write #!final behind the value
            """
        ),
        (
            "channels: !include channels.yml\n",
            """
            1:11-1:19: error: conda cannot read the tag !include, and stops at any file that holds one
              hint: conda includes no other file: copy its lines here, or put it into a directory condarc.d
            """
        ),
    ])
    func `what conda cannot read is told`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            (
                "channels: [2026-01-31]\nplugins: {a: 2026-01-31t12:00:00Z}\n",
                ["1:12 unreadable-value", "2:14 unreadable-value"]
            ),
            ("channels: ['2026-01-31', a2026-01-31]\nexclude_newer: 2026-1-3\n", []),
            ("env_prompt: 'a:\tb'\n", []),
        ] as [(String, [String])])
    func `texts that look alike are let pass`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(arguments: [
        ("exclude_newer: 2026-01-31 # frozen\r\n", "exclude_newer: '2026-01-31' # frozen\r\n"),
        ("ssl_verify:\ttrue\noffline:\t\tfalse\n", "ssl_verify: true\noffline:  false\n"),
        ("default_python: !!str 3.10\n", nil), ("plugins: {a: !x 2026-01-31}\n", nil),
    ])
    func `a date gets quotes and a tab becomes a blank, and no tag is taken away`(text: String, after: String?) throws {
        #expect(try CheckingText().repaired(text) == after ?? text)
    }
}
