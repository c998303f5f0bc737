import Testing

@testable import Condarc

@Suite struct RemovedParameterRuleTests {
    @Test func `the parameter is told, and since when it is gone`() throws {
        let text = "channels:\n  - conda-forge\nrestore_free_channel: true # py27\n"
        #expect(
            try CheckingText().findings(text).told == """
                3:1-3:21: warning: conda no longer has the parameter 'restore_free_channel'
                  hint: gone since conda 25.9; add https://repo.anaconda.com/pkgs/free to channels if you need it
                """)
    }

    @Test(
        arguments: [
            ("use_pip: false\nbinstar_personal:\n", ["1:1 removed-parameter", "2:1 removed-parameter"]),
            ("plugins: {use_pip: false}\nproxy_servers: {use_pip: a}\n", ["2:17 unknown-parameter"]),
            ("USE_PIP: false\n", ["1:1 unknown-parameter"]),
            ("pip_interop_enabled: false\n", []),
        ] as [(String, [String])])
    func `only a key of the file itself is found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
