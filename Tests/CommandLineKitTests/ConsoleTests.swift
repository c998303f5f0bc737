import CommandLineKit
import TestSupport
import Testing

@Suite struct ConsoleTests {
    private func output(terminalWidth: Int?) -> String {
        let process = RecordedProcess()
        _ = process.run(
            greet, ["places", "--color", "never"], environment: ["HOME": "/home/ann"], terminalWidth: terminalWidth)
        return process.output
    }

    @Test func `on a terminal places stand in one column, and below what leaves no room`() {
        #expect(
            output(terminalWidth: 30) == """
                things:
                  a           # ~/f:1
                  a long one  # ~/f:2
                  one that leaves no room
                      # ~/f:3
                  -  one two three four five
                    six seven

                """)
    }

    @Test func `elsewhere each line stays one line, with whole paths`() {
        #expect(
            output(terminalWidth: nil) == """
                things:
                  a  # /home/ann/f:1
                  a long one  # /home/ann/f:2
                  one that leaves no room  # /home/ann/f:3
                  -  one two three four five six seven

                """)
    }
}
