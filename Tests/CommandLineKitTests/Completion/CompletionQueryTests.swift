import HostPlatform
import Testing

@testable import CommandLineKit

@Suite struct CompletionQueryTests {
    private func answer(_ words: [String], of program: Program = greetWithCompletion) -> CompletionQuery.Answer {
        let context = ProcessContext(
            arguments: [], environment: [:], standardInput: InputStream { _ in [] },
            standardOutput: OutputStream { _ in }, standardError: OutputStream { _ in }, workingDirectory: "/")
        let console = Console(context, programName: program.name, color: .never)
        return CompletionQuery(program: program, context: context, console: console).answer(words)
    }

    private func words(_ words: [String], of program: Program = greetWithCompletion) -> [String]? {
        guard case .words(let candidates) = answer(words, of: program) else { return nil }
        return candidates.map(\.word)
    }

    @Test(arguments: [
        (["he"], "hello help"), (["hello", "--t"], "--times --tongue --title"),
        (["hello", "--tongue", ""], "english french"), (["hi", "--tongue", "e"], "english"),
        (["completion", "z"], "zsh"), (["hello", "--tongue", "french", "--so"], "--soft"),
        (["hello", "--", "--so"], ""), (["help", "he"], "hello"), (["hello", "--loud", "--so"], ""),
        (["hello", "--title", "a", "--ti"], "--times --title"), (["hello", "--times", "3", "--ti"], "--title"),
        (["nothing", ""], ""), (["--loud", "hello", "--to"], "--tongue"), (["hello", "--tongue=f"], "french"),
        (["hello", "--nothing=f"], ""), (["--v"], "--version"), (["help", "hello", ""], ""),
        (["hello", "-t", "3", "--ti"], "--title"), (["hello", "-t3", "--ti"], "--title"),
        (["hello", "--tongue", "--tongue", "--so"], "--soft"), (["__complete", ""], ""),
    ])
    func `commands, options and values are offered`(words: [String], expected: String) {
        #expect(self.words(words)?.joined(separator: " ") == expected)
    }

    @Test func `a path is left to the shell, which knows files better`() {
        let program = Program(name: "p", version: "1", summary: "", description: [], commands: [OpenCommand.self])
        #expect(answer(["open", "--in", "x"], of: program) == .directories)
        #expect(answer(["open", "--in=x"], of: program) == .directories)
        #expect(answer(["open", "x"], of: program) == .files)
        #expect(answer(["open", "--in", "x", "-"], of: program) == .files)
        // One file, and no more.
        #expect(answer(["open", "x", ""], of: program) == .words([]))
        // Words in the place of a file, where one fits.
        #expect(answer(["open", "--like", "e"], of: program) == .words([Candidate("easy")]))
        #expect(answer(["open", "--like", "f"], of: program) == .files)
    }

    @Test func `no word is offered twice, and none that would steer a terminal`() {
        #expect(words(["hello", "https"]) == ["https://host/one"])
        #expect(words([""])?.sorted() == ["--help", "--version", "completion", "hello", "help", "hi"])
    }
}

private enum OpenCommand: Command {
    static let heading = CommandHeading("open", summary: "open a file")
    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.file(), help: "The file.")],
            options: [
                Option("in", value: .directory(), help: "Where."),
                Option("like", value: .file(orOneOf: { _ in [Candidate("easy")] }), help: "How."),
            ], description: [])
    }
    static func run(_ invocation: Invocation) throws -> CommandLineKit.ExitStatus { .success }
}
