import Testing

@testable import Condarc

@Suite struct UnreadableRuleTests {
    @Test func `the file is told with the reason`() throws {
        let found = try CheckingText().checker().findings(
            unreadable: "/etc/conda/.condarc", message: "permission denied", hint: "ask its owner")
        #expect(
            found.told == """
                /etc/conda/.condarc: error: permission denied
                  hint: ask its owner
                """)
        #expect(found.map(\.rule) == ["unreadable"])
    }

    @Test func `a text that is there is none`() throws {
        #expect(try CheckingText(select: ["unreadable"]).findings("channels: [\n") == [])
        let checker = try CheckingText(ignore: ["unreadable"]).checker()
        #expect(checker.findings(unreadable: "/c", message: "permission denied", hint: nil) == [])
    }
}
