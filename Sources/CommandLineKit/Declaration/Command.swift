/// A command of a program: what it is called, what it takes, and what it does.
///
/// Declarations are computed when asked for, so that a start of the program builds only the one it needs.
package protocol Command: Sendable {
    /// The name, aliases and one-line summary, by which the command is found and listed.
    static var heading: CommandHeading { get }

    /// Everything that parsing, help, completion and the manual page come from.
    static var declaration: CommandDeclaration { get }

    /// Does the work; what is thrown is reported and mapped to an exit status by the program.
    static func run(_ invocation: Invocation) throws -> ExitStatus
}

/// What a command is called and, in one line, does.
package struct CommandHeading: Sendable {
    package let name: String
    package let aliases: [String]
    /// One line without a full stop, in the imperative.
    package let summary: String
    /// Whether listings and completion leave the command out.
    package let isHidden: Bool

    package init(_ name: String, aliases: [String] = [], summary: String, isHidden: Bool = false) {
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.isHidden = isHidden
    }

    /// Whether it is the command of that name or alias.
    func isCalled(_ name: String) -> Bool { self.name == name || aliases.contains(name) }
}

/// What a command takes, and its manual page.
///
/// In every text, `code` between backquotes is shown in bold where the medium can, and without the backquotes.
package struct CommandDeclaration: Sendable {
    package let operands: [Operand]
    package let options: [Option]
    // What only the manual page shows is made when it is asked for: a run of the command does without.
    /// Paragraphs.
    package let description: @Sendable () -> [String]
    /// Command lines to copy, and what each does.
    package let examples: @Sendable () -> KeyValuePairs<String, String>
    /// Exit statuses that mean something particular here; the general ones are added.
    package let exitStatuses: @Sendable () -> KeyValuePairs<ExitStatus, String>
    /// Paragraphs.
    package let notes: @Sendable () -> [String]
    /// Whether all arguments go to the command as operands, unread, as `config` wants them.
    package let takesRawArguments: Bool
    /// The error for an argument too many, by all that are there; nil for the ordinary one, which repeats it unless it looks
    /// like a secret.
    package let explainSurplus: (@Sendable ([String]) -> CommandError?)?
    /// The hint where an argument is missing, by those that are there; nil for the ordinary one.
    package let explainMissing: (@Sendable ([String]) -> String?)?
    /// What to say to options that people expect here, by their spelling, such as `--all`.
    package let optionHints: @Sendable () -> [String: String]

    package init(
        operands: [Operand] = [], options: [Option] = [],
        description: @escaping @Sendable @autoclosure () -> [String],
        examples: @escaping @Sendable @autoclosure () -> KeyValuePairs<String, String> = [:],
        exitStatuses: @escaping @Sendable @autoclosure () -> KeyValuePairs<ExitStatus, String> = [:],
        notes: @escaping @Sendable @autoclosure () -> [String] = [], takesRawArguments: Bool = false,
        explainSurplus: (@Sendable ([String]) -> CommandError?)? = nil,
        explainMissing: (@Sendable ([String]) -> String?)? = nil,
        optionHints: @escaping @Sendable @autoclosure () -> [String: String] = [:]
    ) {
        self.operands = operands
        self.options = options
        self.description = description
        self.examples = examples
        self.exitStatuses = exitStatuses
        self.notes = notes
        self.takesRawArguments = takesRawArguments
        self.explainSurplus = explainSurplus
        self.explainMissing = explainMissing
        self.optionHints = optionHints
    }

    /// The options of the command and those that every command has.
    var allOptions: [Option] { options + [.help] }

    /// `--format json`, in place of `--json` where that is the only form beside the text.
    var formatOption: Option? {
        guard options.contains(where: { $0.long == "json" }), !options.contains(where: { $0.long == "format" }) else {
            return nil
        }
        return Option("format", value: .choice("FORMAT", of: ["text", "json"]), help: "", isHidden: true)
    }
}
