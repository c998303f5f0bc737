/// A positional argument of a command.
package struct Operand: Sendable {
    package let value: ValueKind
    package let help: String
    package let minimum: Int
    /// nil: any number.
    package let maximum: Int?

    /// Exactly one.
    package static func one(_ value: ValueKind, help: String) -> Operand {
        Operand(value: value, help: help, minimum: 1, maximum: 1)
    }

    /// As many as there are, at least one.
    package static func oneOrMore(_ value: ValueKind, help: String) -> Operand {
        Operand(value: value, help: help, minimum: 1, maximum: nil)
    }

    /// As many as there are.
    package static func zeroOrMore(_ value: ValueKind, help: String) -> Operand {
        Operand(value: value, help: help, minimum: 0, maximum: nil)
    }
}
