import CommandLineKit
import HostPlatform
import TestSupport
import Testing

@Suite struct ProgramRunTests {
    @Test func `without a command the help is shown where errors are`() {
        let process = RecordedProcess()
        #expect(process.run(greet, []) == .usage)
        #expect(process.output == "")
        #expect(process.errors.hasPrefix("NAME\n       greet - say hello\n"))
        #expect(process.errors.contains("\ngreet: error: no command given\n"))
    }

    @Test func `with --json even a usage error is one JSON object`() {
        let process = RecordedProcess()
        #expect(process.run(greet, ["hello", "--json", "--what"]) == .usage)
        #expect(
            process.output == #"{"schema": 1, "error": {"code": "usage", "message": "unknown option --what", "#
                + #""hint": "\#(ArgumentParserTests.options)"}}"# + "\n")
        #expect(process.errors == "")
    }

    @Test func `an error names its place, its code and what to do`() {
        let text = RecordedProcess()
        #expect(text.run(greet, ["hello", "nobody"]) == .badData)
        #expect(text.errors == "greet: error: /home/a:3:5: nobody is there\n  hint: try 'Ada'\n")
        let json = RecordedProcess()
        #expect(json.run(greet, ["hello", "nobody", "--json"]) == .badData)
        #expect(
            json.output == #"{"schema": 1, "error": {"code": "not-found", "message": "nobody is there", "#
                + #""path": "/home/a", "line": 3, "column": 5, "hint": "try 'Ada'"}}"# + "\n")
    }

    @Test(arguments: [["hello", "--help"], ["hi", "-h"], ["help", "hello"], ["hello", "--what", "--help"]])
    func `every way to ask for help gives the same page`(arguments: [String]) {
        let process = RecordedProcess()
        #expect(process.run(greet, arguments) == .success)
        #expect(process.output.hasPrefix("NAME\n       greet hello - greet people\n"))
        #expect(process.output.contains("\n       -t, --times N\n               Say it so often.\n"))
    }

    @Test(arguments: [
        ["--help", "--json"], ["hello", "--json", "-h"], ["help", "hello", "--json"], ["--version", "--json"],
        ["version", "--json"],
    ])
    func `help and version are one JSON object where that is asked for`(arguments: [String]) {
        let process = RecordedProcess()
        #expect(process.run(greet, arguments) == .success)
        let isVersion = arguments[0].hasSuffix("version")
        #expect(
            process.output.hasPrefix(
                isVersion
                    ? #"{"schema": 1, "program": "greet", "version": "1.2.3"}"#
                    : #"{"schema": 1, "help": "NAME\n       greet"#))
        #expect(process.output.hasSuffix("}\n"))
        #expect(process.output.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        (
            StreamError("No space left on device"),
            "greet: error: cannot write to standard output: No space left on device\n"
        ),
        // A reader who has seen enough, as `head` has, is told nothing.
        (StreamError("Broken pipe", isBrokenPipe: true), ""),
    ])
    func `standard output that takes nothing is a system error`(failure: StreamError, message: String) {
        let errors = RecordedProcess()
        let context = ProcessContext(
            arguments: ["hello", "Ada"], environment: [:], standardInput: InputStream { _ in [] },
            standardOutput: OutputStream { _ throws(StreamError) in throw failure },
            standardError: errors.errorStream(), workingDirectory: "/")
        #expect(greet.run(context) == .system)
        #expect(errors.errors == message)
    }

    @Test func `what begins the JSON before a change is part of the one object`() {
        let process = RecordedProcess()
        #expect(process.run(greet, ["early", "--json"]) == .badData)
        #expect(process.output == #"{"schema": 1, "error": {"code": "conflict", "message": "too late"}}"# + "\n")
    }

    @Test func `a line has no tab that it was not given to align`() {
        let process = RecordedProcess()
        _ = process.run(greet, ["hello", "a\tb"])
        #expect(process.output == "a\\tb\n")
    }

    @Test func `control characters from arguments do not reach a terminal`() {
        let process = RecordedProcess()
        _ = process.run(greet, ["hello", "a\u{1B}[31mb"], terminalWidth: 80)
        #expect(process.output == "a\\x1b[31mb\n")
        let error = RecordedProcess()
        _ = error.run(greet, ["hel\u{1B}lo"])
        #expect(error.errors.hasPrefix("greet: error: unknown command 'hel\\x1blo'\n"))
    }
}
