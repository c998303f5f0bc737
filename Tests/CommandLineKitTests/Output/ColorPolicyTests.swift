import CommandLineKit
import TestSupport
import Testing

@Suite struct ColorPolicyTests {
    @Test(
        arguments: [
            ([], [:], 80, true), ([], [:], nil, false), ([], ["NO_COLOR": "1"], 80, false),
            ([], ["NO_COLOR": ""], 80, true), ([], ["TERM": "dumb"], 80, false),
            (["--color", "never"], [:], 80, false), (["--color=always"], [:], nil, true),
            (["--color=always"], ["NO_COLOR": "1"], 80, false),
        ] as [([String], [String: String], Int?, Bool)])
    func `colour goes to terminals unless it is not wanted`(
        options: [String], environment: [String: String], terminalWidth: Int?, isColored: Bool
    ) {
        let process = RecordedProcess()
        _ = process.run(greet, ["hello", "nobody"] + options, environment: environment, terminalWidth: terminalWidth)
        #expect(process.errors.contains("\u{1B}[31merror:\u{1B}[0m") == isColored)
    }
}
