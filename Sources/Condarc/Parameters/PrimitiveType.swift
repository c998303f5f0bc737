/// The type of a single value.
package enum PrimitiveType: Hashable, Sendable {
    case bool
    case boolOrNull
    case boolOrInt
    case int
    case float
    case string
    case stringOrNull
    case stringOrBool
    case choice(Choice)

    /// Its parts as conda names them.
    package var names: [String] {
        switch self {
        case .bool: ["bool"]
        case .boolOrNull: ["bool", "NoneType"]
        case .boolOrInt: ["bool", "int"]
        case .int: ["int"]
        case .float: ["float"]
        case .string: ["str"]
        case .stringOrNull: ["str", "NoneType"]
        case .stringOrBool: ["str", "bool"]
        case .choice(let choice): [choice.name]
        }
    }
}
