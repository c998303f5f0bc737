import Testing

@testable import Condarc

@Suite struct IneffectiveFlagRuleTests {
    private func hints(_ text: String) throws -> [String?] {
        try CheckingText(select: ["ineffective-flag"]).findings(text).filter { $0.rule == "ineffective-flag" }.map(
            \.hint)
    }

    @Test(arguments: [
        ("offline: true  #!finl\n", "did you mean '#!final'?"),
        ("channels:\n  - a #!last\n", "write #!bottom, or begin the comment with '# '"),
        ("channels:\n  - a #!highest\n", "write #!top, or begin the comment with '# '"),
        ("offline: true #!locked\n", "write #!final, or begin the comment with '# '"),
        ("offline: true  # [win]\n", "remove the comment, and keep the line only where it is wanted"),
        ("offline: true #!important\n", "write #!final"),
    ])
    func `what was most likely meant is told`(text: String, hint: String) throws { #expect(try hints(text) == [hint]) }

    @Test func `the comment is shown, and why it is no flag`() throws {
        let text = "channels:\n  - conda-forge\n  # !top\n  - bioconda\n"
        #expect(
            try CheckingText().findings(text).told == """
                3:3-3:9: warning: this flag has no effect: a flag has no blanks between '#', '!' and its word
                  hint: write #!final, #!top or #!bottom
                """)
        #expect(try CheckingText().places("channels:\n  - a\n  # !top\n  - b\n") == ["3:3 ineffective-flag"])
    }

    @Test(arguments: [
        "#!/bin/sh\nchannels: [a]\n", "offline: true # see [1]\n", "# [win]\noffline: true\n",
        "offline: true #!final\n", "a: 1 # wow\n",
    ])
    func `other comments are let pass`(text: String) throws { #expect(try hints(text) == []) }

    @Test(arguments: [
        ("offline: true  # ! Final\n", "offline: true  #!final\n"),
        ("channels:\n  - a #!TOP\n", "channels:\n  - a #!top\n"),
        ("offline: true #!final because\n", "offline: true #!final because\n"),
        ("offline: true #!finl\n", "offline: true #!finl\n"),
    ])
    func `blanks and capitals are mended, and nothing that was guessed`(text: String, after: String) throws {
        #expect(try CheckingText(select: ["ineffective-flag"]).repaired(text) == after)
    }
}
