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
        let repair = try CheckingText(select: ["ineffective-flag"]).checker().repaired(
            path: "c", bytes: Array(text.utf8))
        #expect(String(decoding: repair.bytes, as: UTF8.self) == after)
    }
}
