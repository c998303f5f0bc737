import Testing

@testable import Condarc

@Suite struct ListItemSwallowedRuleTests {
    @Test func `the dash and the item that took it are told`() throws {
        let text = "channels:\n  - conda-forge\n    - bioconda # tools\n  - nvidia\n"
        #expect(
            try CheckingText().findings(text).told == """
                3:5-3:6: warning: channels: this line is a part of the item above: 'conda-forge - bioconda'
                  hint: give both dashes the same indentation
                """)
    }

    @Test(
        arguments: [
            ("pinned_packages:\r\n- numpy\r\n - scipy\r\n", ["3:2 list-item-swallowed"]),
            ("custom_multichannels:\n  m:\n    - é\n      - b\n", ["4:7 list-item-swallowed"]),
            ("channels:\n  - a\n    - b\n    - c\n", ["3:5 list-item-swallowed"]),
            ("envs_dirs:\n  - /srv/my\n    envs\n      - /srv/b\n", ["4:7 list-item-swallowed"]),
            ("channels:\n  - a\n  - b\n", []),
            ("channels:\n- a\n- b\n", []),
            ("envs_dirs: ['/srv/a - b']\n", []),
            // The next line begins an item of its own.
            ("envs_dirs:\n  - /srv/a - b\n  - /srv/c\n", []),
            ("envs_dirs:\n  - '/srv/a\n    b - c'\n", []),
            ("channels: a\n  - b\n", ["1:11 wrong-type"]),
            ("channels:\n  - a - b\n  - c\n", ["2:5 invalid-channel-name"]),
            ("channels: [a - b]\n", ["1:12 invalid-channel-name"]),
        ] as [(String, [String])])
    func `only a line that begins with a dash inside an item is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
