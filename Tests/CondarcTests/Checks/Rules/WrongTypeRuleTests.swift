import Testing

@testable import Condarc

@Suite struct WrongTypeRuleTests {
    @Test(arguments: [
        (
            "channels: [conda-forge]\nalways_yes: maybe # not sure\n",
            """
            2:13-2:18: error: always_yes: 'maybe' is no boolean
              hint: use true or false
            """
        ),
        (
            "channels: conda-forge\n",
            """
            1:11-1:22: error: channels: a list is due, not a string
              hint: write `channels: [conda-forge]`
            """
        ),
        (
            "channels:\n  - [conda-forge]\n  - [conda-forge]\n",
            """
            2:5-2:18: error: channels: a single value is due, not a list
              hint: write `channels: [conda-forge]`
            """
        ),
        (
            "plugins:\n  - anaconda\n",
            """
            2:3-2:13: error: plugins: a map is due, not a list
              hint: write each setting on a line of its own, as `  NAME: VALUE`
            """
        ),
    ])
    func `what is due is told, and how to write it`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            ("always_yes: yes\nchangeps1: 0\nverbosity: '3'\nlocal_repodata_ttl: 1.5\n", ["4:21 wrong-type"]),
            ("channels:\n  - a\n  - [b]\n  - {c: d}\n", ["3:5 wrong-type"]),
            ("proxy_servers:\n  - http\n", ["2:3 wrong-type"]),
            ("plugins: [a]\n", ["1:10 wrong-type"]),
            ("always_yes: [true]\nremote_max_retries: many\n", ["1:13 wrong-type", "2:21 wrong-type"]),
            ("custom_multichannels: {m: conda-forge}\n", ["1:27 wrong-type"]),
            ("channel_settings:\n  - channel: a\n    auth: [b]\n", ["3:11 wrong-type"]),
            ("channels: 'none'\n", ["1:11 wrong-type"]),
            ("plugins: {a: [b]}\n", []), ("plugins:\nchannels:\nproxy_servers: ~\n", []),
            ("always_yes: 'on'\nlocal_repodata_ttl: true\nremote_read_timeout_secs: '1.5'\n", []),
        ] as [(String, [String])])
    func `what cannot be turned is found, and what can be let pass`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(
        arguments: [
            ("channels: conda-forge # mine\n", "channels: # mine\n  - conda-forge\n"),
            ("channels: conda-forge, bioconda,\n", "channels:\n  - conda-forge\n  - bioconda\n"),
            ("pinned_packages: python=3.11\n", "pinned_packages:\n  - python=3.11\n"),
            ("channels: https://h.example/a\n", "channels:\n  - https://h.example/a\n"),
        ])
    func `a single word becomes a list, and so do words with commas`(text: String, after: String) throws {
        #expect(try CheckingText().repaired(text) == after)
    }

    @Test(
        arguments: [
            "channels: conda-forge bioconda\n", "channels: conda-forge;bioconda\n", "channels: none\n",
            "channels: 'off'\n", "channels: conda–forge\n", "channels: a\nproxy_servers: {http: b, http: c}\n",
            "channels: a, null\n", "channels: ''\n", "channels: ','\n", "channels: -a\n", "channels: a:b\n",
            "channels: ‘conda-forge’\n", "channels: conda-forge #!final\n", "channels: {a: b}\n", "channels: 3\n",
            "always_yes: [true]\n", "proxy_servers: http://h.example\n", "channels: conda-forge\nchannels: [a]\n",
        ])
    func `what may mean something else is not mended`(text: String) throws {
        let found = try CheckingText().findings(text).filter { $0.rule == "wrong-type" }
        #expect(!found.isEmpty && found.allSatisfy { $0.fix == nil })
        #expect(try CheckingText().repaired(text) == text)
    }

    @Test func `a variable is not mended`() throws {
        let found = try CheckingText().findings(variables: ["CONDA_ALWAYS_YES": "maybe", "CONDA_PROXY_SERVERS": "x"])
        #expect(found.map(\.rule) == ["wrong-type", "wrong-type"] && found.allSatisfy { $0.fix == nil })
    }
}
