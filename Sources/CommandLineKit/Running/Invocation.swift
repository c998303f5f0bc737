/// One call of a command: its arguments, and the process it runs in.
package struct Invocation {
    package let program: Program
    package let arguments: ParsedArguments
    package let context: ProcessContext
    package let console: Console

    package var operands: [String] { arguments.operands }
    package var wantsJSON: Bool { arguments.has(.json) }

    package func has(_ option: Option) -> Bool { arguments.has(option) }
    package func value(_ option: Option) -> String? { arguments.value(option) }
    package func values(_ option: Option) -> [String] { arguments.values(option) }
}
