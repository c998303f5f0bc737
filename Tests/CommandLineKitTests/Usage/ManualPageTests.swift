import CommandLineKit
import Foundation
import TestSupport
import Testing

@Suite struct ManualPageTests {
    private func page(_ arguments: [String]) -> String {
        let process = RecordedProcess()
        _ = process.run(greet, ["help", "--man"] + arguments)
        return process.output
    }

    @Test func `a command's page has its options and examples`() {
        let page = page(["hello"])
        #expect(
            page.hasPrefix(
                ".Dd November 23, 2026\n.Dt GREET-HELLO 1\n.Os\n.Sh NAME\n.Nm greet-hello\n.Nd greet people\n"))
        #expect(page.contains("\n.It Fl t , Fl -times Ar N\nSay it so often.\n"))
        #expect(page.contains("\n.Dl \"greet hello Ada\"\n"))
    }

    @Test(arguments: [[], ["hello"], ["raw"], ["completion"]])
    func `mandoc finds nothing to say about a page`(arguments: [String]) throws {
        let path = "/usr/bin/mandoc"
        guard FileManager.default.isExecutableFile(atPath: path) else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-Tlint"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        input.fileHandleForWriting.write(Data(page(arguments).utf8))
        input.fileHandleForWriting.closeFile()
        let findings = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // The pages of the commands are not installed while the tests run.
        #expect(findings.split(separator: "\n").filter { !$0.contains("referenced manual not found") } == [])
    }
}
