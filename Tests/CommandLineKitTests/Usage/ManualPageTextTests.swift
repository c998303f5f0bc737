import Testing

@testable import CommandLineKit

@Suite struct ManualPageTextTests {
    private func text(_ running: String) -> String {
        var page = ManualPageText()
        page.text(running)
        return page.text
    }

    @Test(arguments: [
        ("One. Two! (Three.) Four", "One.\nTwo!\n(Three.)\nFour\n"), ("Say `a. b` here.", "Say \\fBa. b\\fP here.\n"),
        ("a-b 'c' \\ ^ ~ …", "a\\-b \\(aqc\\(aq \\e \\(ha \\(ti ...\n"), (".Sh no macro", "\\&.Sh no macro\n"),
        ("", ""),
    ])
    func `each sentence is a line, and nothing in it a macro`(running: String, expected: String) {
        #expect(text(running) == expected)
    }

    @Test func `a long sentence is broken, and a line never begins with a point`() {
        let lines = text(String(repeating: "word .Dd ", count: 40)).split(separator: "\n")
        #expect(lines.count > 3 && lines.allSatisfy { $0.utf8.count <= 82 && !$0.hasPrefix(".") })
    }

    @Test func `an example is an argument that is no macro`() {
        var page = ManualPageText()
        page.examples(["tool \"a\" -x": "Do it."])
        #expect(page.text == "Do it.\n.Pp\n.Dl \"tool \\(dqa\\(dq \\-x\"\n")
    }
}
