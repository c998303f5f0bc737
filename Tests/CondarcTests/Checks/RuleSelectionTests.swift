import Testing

@testable import Condarc

@Suite struct `Selecting rules` {
    private static let text = "ssl_verify: false\nauto_activate_base: false\nnope: 1\n"

    @Test(
        arguments: [
            ([], [], ["insecure-ssl", "unknown-parameter"]),
            (["insecure-ssl"], [], ["insecure-ssl"]),
            (["alias-name", "insecure-ssl"], ["insecure-ssl"], ["alias-name"]),
            (["all"], [], ["insecure-ssl", "alias-name", "unknown-parameter", "forbidden-defaults"].sorted()),
            ([], ["unknown-parameter"], ["insecure-ssl"]),
            ([], ["all"], []),
        ] as [([String], [String], [String])])
    func `only what is selected and not ignored runs`(_ select: [String], _ ignore: [String], _ expected: [String])
        throws
    {
        let found = try CheckingText(select: select, ignore: ignore).findings(Self.text).map(\.rule)
        #expect(found.sorted() == expected.sorted())
    }

    @Test func `a rule that does not exist is refused`() {
        #expect(throws: UnknownRule(name: "nope")) { try RuleSelection(selecting: ["nope"]) }
        #expect(throws: UnknownRule(name: "nope")) { try RuleSelection(selecting: [], ignoring: ["nope"]) }
    }

    @Test func `an option brings its optional rule along`() throws {
        let checking = CheckingText(select: ["syntax"], forbidden: ["nope"])
        #expect(try checking.findings("channels: [nope]\n").map(\.rule) == ["forbidden-channel"])
    }
}
