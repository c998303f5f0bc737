import HostPlatform
import Testing

@testable import CommandLineKit

@Suite struct InvocationTests {
    static let format = Option("format", value: .choice("FORMAT", of: ["text", "json", "sarif"]), help: "The format.")

    private func invocation(_ values: [String: [String]]) -> Invocation {
        let context = ProcessContext(
            arguments: [], environment: [:], standardInput: InputStream { _ in [] },
            standardOutput: OutputStream { _ in }, standardError: OutputStream { _ in }, workingDirectory: "/")
        var arguments = ParsedArguments()
        arguments.optionValues = values
        return Invocation(
            program: greet, arguments: arguments, context: context,
            console: Console(context, programName: "greet", color: .never))
    }

    @Test(
        arguments: [
            ([:], "text"), (["json": [""]], "json"), (["format": ["sarif"]], "sarif"), (["format": ["text"]], "text"),
            (["format": ["json"], "json": [""]], "json"), (["format": ["text"], "json": [""]], nil),
            (["format": ["sarif"], "json": [""]], nil),
        ] as [([String: [String]], String?)])
    func `--json is another word for one of the formats, and excludes the others`(
        values: [String: [String]], expected: String?
    ) throws {
        let call = invocation(values)
        guard let expected else {
            let error = #expect(throws: CommandError.self) { try call.format(Self.format) }
            #expect(error?.code == .usage)
            return
        }
        #expect(try call.format(Self.format) == expected)
    }

    @Test func `the last of several values counts, and options that are added win`() {
        let call = invocation(["title": ["Dr", "Lady"], "quiet": [""]])
        #expect(call.value(HelloCommand.title) == "Lady" && call.values(HelloCommand.title) == ["Dr", "Lady"])
        #expect(call.isQuiet && !call.isVerbose && !call.wantsJSON)
        let more = call.adding([HelloCommand.title: "Sir", .json: ""])
        #expect(more.values(HelloCommand.title) == ["Sir"] && more.wantsJSON && more.isQuiet)
        #expect(call.values(HelloCommand.title) == ["Dr", "Lady"])
    }

    @Test(
        arguments: [
            ([:], true, ["announced", "written"]), ([:], false, []), (["dry-run": [""]], true, []),
            (["check": [""]], true, []),
        ] as [([String: [String]], Bool, [String])])
    func `a change is announced before it is written, and a rehearsal does neither`(
        values: [String: [String]], changes: Bool, expected: [String]
    ) {
        var steps: [String] = []
        let written = invocation(values).change(
            if: changes, announcing: { steps.append("announced") },
            writing: {
                steps.append("written")
                return steps.count
            })
        #expect(steps == expected && written == (expected.isEmpty ? nil : 2))
    }

    @Test func `what cannot be announced is not written`() {
        #expect(throws: CommandError.self) {
            try invocation([:]).change(
                if: true, announcing: { throw CommandError(.io, "no space is left") },
                writing: { Issue.record("it is written all the same") })
        }
    }
}
