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
    var allOptions: [Option] { options + [.help] + (takesFormat ? [.format] : []) }

    /// Whether there is `--format json`: in place of `--json`, where that is the only form beside the text.
    private var takesFormat: Bool {
        options.contains { $0.long == Option.json.long } && !options.contains { $0.long == Option.format.long }
    }

    /// How many arguments there are at least.
    var leastOperands: Int { operands.reduce(0) { $0 + $1.minimum } }
}
