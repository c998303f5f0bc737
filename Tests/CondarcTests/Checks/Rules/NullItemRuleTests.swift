import Testing

@testable import Condarc

@Suite struct NullItemRuleTests {
    @Test(arguments: [
        (
            "channels:\n  - conda-forge\n  - # more to come\n",
            """
            3:4-3:4: warning: channels: an empty item, which conda reads as the word None
              hint: remove the dash
            """
        ),
        (
            "pinned_packages: [null]\n",
            """
            1:19-1:23: warning: pinned_packages: an empty item, which conda reads as the word None
              hint: remove it
            """
        ),
        (
            "envs_dirs:\n  - ~\n",
            """
            2:5-2:6: warning: envs_dirs: '~' alone is YAML's empty value, and not the home directory
              hint: write the directory, such as ~/conda, or '~' in quotes for the home directory itself
            """
        ),
    ])
    func `what conda reads is told`(text: String, told: String) throws {
        #expect(try CheckingText().findings(text).told == told)
    }

    @Test(
        arguments: [
            ("channels:\n  - a\n  -\n  - null\n", ["3:4 null-item", "4:5 null-item"]),
            ("channels: [~]\nenvs_dirs: [null]\n", ["1:12 null-item", "2:13 null-item"]),
            ("channels:\nenvs_dirs: null\n", []), ("envs_dirs: ['~', ~/envs]\npinned_packages: ['null']\n", []),
            ("plugins: {a: [null]}\n", []),
        ] as [(String, [String])])
    func `only what is empty is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }

    @Test(arguments: [
        ("channels:\n  - a\n  -\n  # mine\n  - null # none\n", "channels:\n  - a\n  # mine\n"),
        ("channels: [Null, a, ~]\n", "channels: [a]\n"),
        // Whoever wrote a tilde may have meant the home directory.
        ("envs_dirs: [~, /srv/envs, null]\n", "envs_dirs: [~, /srv/envs]\n"),
    ])
    func `it goes where nothing else can be meant`(text: String, after: String) throws {
        #expect(try CheckingText().repaired(text) == after)
    }
}
