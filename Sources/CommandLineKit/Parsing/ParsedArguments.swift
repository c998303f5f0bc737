/// The options and positional arguments of one call.
package struct ParsedArguments: Sendable, Equatable {
    /// By long name, in the order given; a flag has an empty value for each time.
    package var optionValues: [String: [String]] = [:]
    package var operands: [String] = []
    /// What to say of an argument behind a flag that other programs give a value to.
    var valueOfFlag: Message?

    /// Whether an option was given.
    package func has(_ option: Option) -> Bool { optionValues[option.long] != nil }

    /// The last value given.
    package func value(_ option: Option) -> String? { optionValues[option.long]?.last }

    /// All values of an option, in order.
    package func values(_ option: Option) -> [String] { optionValues[option.long] ?? [] }
}
