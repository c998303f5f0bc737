/// One call of a command: its arguments, and the process it runs in.
package struct Invocation {
    package let program: Program
    package let arguments: ParsedArguments
    package let context: ProcessContext
    package let console: Console

    package var operands: [String] { arguments.operands }
    package var wantsJSON: Bool { arguments.has(.json) }
    package var isQuiet: Bool { arguments.has(.quiet) }
    package var isVerbose: Bool { arguments.has(.verbose) }
    /// Whether a person is likely to read what is said beside the results.
    package var isAtTerminal: Bool { context.standardError.isTerminal }

    /// Whether an option was given.
    package func has(_ option: Option) -> Bool { arguments.has(option) }
    /// The last value of an option; nil if it was not given.
    package func value(_ option: Option) -> String? { arguments.value(option) }
    /// All values of an option, in order.
    package func values(_ option: Option) -> [String] { arguments.values(option) }
    /// The format that the option asks for; `--json` is another word for `json`, and `text` is what nobody asks for.
    package func format(_ option: Option) throws(CommandError) -> String {
        let format = value(option) ?? (wantsJSON ? "json" : "text")
        guard format == "json" || !wantsJSON else {
            throw CommandError(.usage, "options --json and --\(option.long) \(format) exclude each other")
        }
        return format
    }

    /// The same call with more options: the words of another one.
    package func adding(_ options: KeyValuePairs<Option, String>) -> Invocation {
        var arguments = arguments
        for (option, value) in options { arguments.optionValues[option.long] = [value] }
        return Invocation(program: program, arguments: arguments, context: context, console: console)
    }
}
