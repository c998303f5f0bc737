/// A value of a TOML 1.0 document.
package indirect enum TOMLValue: Sendable, Equatable {
    case string(String)
    case boolean(Bool)
    /// An integer or a float: its own text.
    case number(String)
    /// A date, a time or both: its own text.
    case dateTime(String)
    case array([TOMLValue])
    case table(TOMLTable)

    /// What a person calls a value of that type.
    package var typeName: String {
        switch self {
        case .string: "a string"
        case .boolean: "a boolean"
        case .number: "a number"
        case .dateTime: "a date or time"
        case .array: "an array"
        case .table: "a table"
        }
    }
}
