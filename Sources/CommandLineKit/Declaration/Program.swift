/// A program: its commands and what stands on its own help page.
///
/// The way into this module. Commands declare themselves (`Declaration`): options, arguments, words and examples, of which
/// parsing, help, manual pages and completion are made. `run` takes a `ProcessContext`, which is all that a program may know
/// of the world, and hands each command an `Invocation`; a `CommandError` that it throws ends it with its status. What a
/// command says goes through the `Console`, redacted, and what it changes is told by a `ChangeReport`.
package struct Program: Sendable {
    package let name: String
    package let version: String
    /// The day of the version, as `November 23, 2026`.
    package let date: String
    /// One line without a full stop.
    package let summary: String
    /// Paragraphs.
    package let description: [String]
    package let commands: [any Command.Type]
    /// What to say to words that people try for commands, by word.
    package let synonyms: [String: String]
    package let examples: [Example]
    /// The environment variables that the program heeds, and what they do.
    package let environment: [EnvironmentVariable]
    /// Turns an error of the modules below into one that can be reported; nil for an unknown one.
    package let translate: @Sendable (any Error) -> CommandError?

    package init(
        name: String, version: String, date: String = "November 23, 2026", summary: String, description: [String],
        commands: [any Command.Type],
        synonyms: [String: String] = [:], examples: [Example] = [], environment: [EnvironmentVariable] = [],
        translate: @escaping @Sendable (any Error) -> CommandError? = { _ in nil }
    ) {
        self.name = name
        self.version = version
        self.date = date
        self.summary = summary
        self.description = description
        self.commands = commands
        self.synonyms = synonyms
        self.examples = examples
        self.environment = environment
        self.translate = translate
    }

    /// The command of that name or alias.
    func command(named name: String) -> (any Command.Type)? {
        commands.first { $0.heading.name == name || $0.heading.aliases.contains(name) }
    }

    var listedCommands: [any Command.Type] { commands.filter { !$0.heading.isHidden } }
}

/// An environment variable that a program heeds.
package struct EnvironmentVariable: Sendable {
    package let name: String
    /// A sentence.
    package let meaning: String

    package init(_ name: String, _ meaning: String) {
        self.name = name
        self.meaning = meaning
    }

    /// Those that every program heeds.
    package static let general = [
        EnvironmentVariable("NO_COLOR", "Not empty: no colour, whatever `--color` says."),
        EnvironmentVariable("COLUMNS", "The width to which help and tables are laid out."),
    ]
}
