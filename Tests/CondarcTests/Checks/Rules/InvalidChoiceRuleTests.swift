import Testing

@testable import Condarc

@Suite struct InvalidChoiceRuleTests {
    @Test func `the word and the choices are told`() throws {
        let text = "channels: [conda-forge]\nchannel_priority: stict # for now\n"
        #expect(
            try CheckingText().findings(text).told == """
                2:19-2:24: error: channel_priority: 'stict' is none of the choices
                  hint: choose from strict, flexible, disabled
                """)
    }

    @Test(
        arguments: [
            ("channel_priority: true\nsafety_checks: true\n", ["2:16 invalid-choice"]),
            ("channel_priority:\n", ["1:18 invalid-choice"]),
            ("sat_solver: mine\nupdate_modifier: all\n", ["1:13 invalid-choice", "2:18 invalid-choice"]),
            // By their names, too, and with blanks.
            ("channel_priority: ' STRICT '\nsafety_checks: disabled\ndeps_modifier: NOT_SET\n", []),
            // Another program may bring more of these.
            ("solver: own\nexperimental: [mine]\n", []),
            ("channel_priority: [strict]\n", ["1:19 wrong-type"]),
        ] as [(String, [String])])
    func `words that a parameter does not offer are found`(text: String, expected: [String]) throws {
        #expect(try CheckingText().places(text) == expected)
    }
}
