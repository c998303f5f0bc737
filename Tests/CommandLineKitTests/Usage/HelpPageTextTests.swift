import Testing

@testable import CommandLineKit

@Suite struct HelpPageTextTests {
    @Test(arguments: [
        ("tool run --all", 20, ["tool run --all"]),
        ("tool run --all --fast here", 20, [#"tool run --all \"#, "--fast here"]),
        ("printf 'a b c d e f g h i j' | tool", 20, [#"printf \"#, #"'a b c d e f g h i j' \"#, "| tool"]),
    ])
    func `a command that is too wide goes on below, outside of quotes`(
        command: String, width: Int, lines: [String]
    ) {
        #expect(HelpPageText.commandLines(command, width: width) == lines)
    }
}
