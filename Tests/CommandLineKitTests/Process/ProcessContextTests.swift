import HostPlatform
import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct ProcessContextTests {
    private func context(
        columns: String? = nil, output: Int? = nil, errors: Int? = nil, directory: String = "/"
    ) -> ProcessContext {
        ProcessContext(
            arguments: [], environment: Environment(columns.map { ["COLUMNS": $0] } ?? [:]),
            standardInput: InputStream { _ in [] }, standardOutput: OutputStream(terminalWidth: output) { _ in },
            standardError: OutputStream(terminalWidth: errors) { _ in }, workingDirectory: directory)
    }

    @Test(
        arguments: [
            (nil, nil, nil, 80), (nil, 132, 40, 132), (nil, nil, 40, 40), ("60", 132, 40, 60),
            // What is no width does not count, and no text is laid out in none or without end.
            ("", 132, nil, 132), ("0", nil, nil, 80), ("-5", nil, 40, 40), ("wide", nil, nil, 80), ("7", nil, nil, 20),
            ("99999999", nil, nil, 1000), ("99999999999999999999", nil, 50, 50), (nil, 3, nil, 20),
        ] as [(String?, Int?, Int?, Int)])
    func `COLUMNS goes before the terminal, and that of the results before that of the errors`(
        columns: String?, output: Int?, errors: Int?, width: Int
    ) {
        #expect(context(columns: columns, output: output, errors: errors).width == width)
    }

    @Test func `a file is one of the working directory`() throws {
        let scratch = try TemporaryDirectory()
        try scratch.write("", to: "d/f")
        let context = context(directory: scratch("d"))
        #expect(context.hasFile(named: "f") && context.hasFile(named: "../d"))
        #expect(!context.hasFile(named: "d") && !context.hasFile(named: "F?"))
    }
}
