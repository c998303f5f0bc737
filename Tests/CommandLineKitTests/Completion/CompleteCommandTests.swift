import CommandLineKit
import TestSupport
import Testing

@Suite struct CompleteCommandTests {
    /// What the program answers to words that a shell has split.
    private static func offered(_ shell: String, _ words: [String]) -> [String] {
        let process = RecordedProcess()
        _ = process.run(greetWithCompletion, ["__complete", shell, "greet"] + words)
        let lines = process.output.split(separator: "\n").map(String.init)
        return lines.first == "words" ? lines.dropFirst().map { String($0.prefix { $0 != "\t" }) } : lines
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `each shell gets the same words`(shell: String) {
        #expect(Self.offered(shell, ["he"]) == ["hello", "help"])
        #expect(Self.offered(shell, ["hi", "--tongue", "e"]) == ["english"])
        #expect(Self.offered(shell, ["hello", "--", "--so"]) == [])
    }

    @Test(arguments: [
        (["hello", "--tongue", "=", "f"], ["french"]), (["hello", "--tongue", "="], ["english", "french"]),
        (["hello", "https", ":", "//h"], ["//host/one"]), (["hello", "'https", ":", "//h"], ["//host/one"]),
    ])
    func `bash gets what follows the last part of a word that it splits`(words: [String], expected: [String]) {
        #expect(Self.offered("bash", words) == expected)
    }

    @Test func `zsh and fish get the value of an option alone, with what it means`() {
        #expect(Self.offered("zsh", ["hello", "--tongue=f"]) == ["french"])
        let process = RecordedProcess()
        _ = process.run(greetWithCompletion, ["__complete", "fish", "greet", "hel"])
        #expect(process.output == "words\nhello\tgreet people\nhelp\tshow the help of a command\n")
    }

    @Test func `no secret and nothing that would steer a terminal is offered`() {
        #expect(Self.offered("zsh", ["hello", ""]) == ["https://host/one"])
    }
}

/// The same program with a command whose operand hangs on what was typed.
let greetWithCompletion = Program(
    name: "greet", version: "1", summary: "say hello", description: [],
    commands: [SuggestingCommand.self, CompletionCommand.self, CompleteCommand.self])

enum SuggestingCommand: Command {
    static let heading = HelloCommand.heading
    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .oneOrMore(
                    .completing("NAME") { _, _ in
                        [
                            Candidate("https://host/one"), Candidate("two\nlines"), Candidate("\u{1B}[2J"),
                            Candidate("https://h/t/tk-0123456789abcdef0123/c"),
                        ]
                    }, help: "Whom to greet.")
            ], options: HelloCommand.declaration.options, description: ["Says hello."])
    }
    static func run(_ invocation: Invocation) throws -> CommandLineKit.ExitStatus { .success }
}
