/// A program: its commands and what stands on its own help page.
///
/// The way into this module. Commands declare themselves (`Declaration`): options, arguments, words and examples, of which
/// parsing, help, manual pages and completion are made. `run` takes a `ProcessContext`, which is all that a program may know
/// of the world, and hands each command an `Invocation`; a `CommandError` that it throws ends it with its status. What a
/// command says goes through the `Console`, redacted, and what it changes is told by `reportChange`.
package struct Program: Sendable {
    package let name: String
    package let version: String
    /// The day of the version, as `November 23, 2026`.
    package let date: String
    /// One line without a full stop.
    package let summary: String
    private let commands: [any Command.Type]
    // What only a help page or an error shows is made when it is asked for: a start of the program does without.
    /// Paragraphs.
    package let description: @Sendable () -> [String]
    /// Command lines to copy, and what each does.
    package let examples: @Sendable () -> KeyValuePairs<String, String>
    /// The environment variables that the program heeds, each with a sentence.
    package let environment: @Sendable () -> [(name: String, meaning: String)]
    /// What to say to a word that people try for a command, or with its dashes for an option; nil for one that nothing is
    /// known of.
    let explainWord: @Sendable (String, WordPlace) -> String?
    /// Turns an error of the modules below into one that can be reported; nil for an unknown one.
    package let translate: @Sendable (any Error) -> CommandError?

    /// - Parameters:
    ///   - version: of the toolkit, unless the program has one of its own.
    package init(
        name: String, version: String = "0.1.0", date: String = "November 23, 2026", summary: String,
        description: @escaping @Sendable @autoclosure () -> [String], commands: [any Command.Type],
        explainWord: @escaping @Sendable (String, WordPlace) -> String? = { _, _ in nil },
        examples: @escaping @Sendable @autoclosure () -> KeyValuePairs<String, String> = [:],
        environment: @escaping @Sendable @autoclosure () -> [(name: String, meaning: String)] = [],
        translate: @escaping @Sendable (any Error) -> CommandError? = { _ in nil }
    ) {
        self.name = name
        self.version = version
        self.date = date
        self.summary = summary
        self.commands = commands
        self.description = description
        self.explainWord = explainWord
        self.examples = examples
        self.environment = environment
        self.translate = translate
    }

    /// The command of that name or alias.
    func command(named name: String) -> (any Command.Type)? {
        commands.first { $0.heading.names.contains(name) }
    }

    var listedCommands: [any Command.Type] { commands.filter { !$0.heading.isHidden } }
}

/// What a word that a program does not know was tried for.
package enum WordPlace: Sendable {
    /// A command, or an option in its place, in front of these words.
    case command(rest: [String])
    /// An option of a command.
    case option(of: String)
    /// The same, where the command has none like it.
    case strangeOption(of: String)
    /// A flag of a command, as it was written, with a value, which it does not take.
    case value(String, of: String)
}
