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

    @Test(arguments: [nil, 80])
    func `a diff sends no control character and nothing unseen`(terminalWidth: Int?) {
        let process = RecordedProcess()
        _ = process.run(
            greet, ["diff", "--color", "never"], environment: ["HOME": "/home/ann"], terminalWidth: terminalWidth)
        #expect(
            process.output == """
                --- f
                +++ f
                @@ -1,2 +1,2 @@
                 a\t\(terminalWidth == nil ? "\r" : "\\r")
                -b
                +\\x1b[31mc\\u{202e}\\u{200b}\\u{feff}\\u{e0041}\\u{2028}d\\re

                """)
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
